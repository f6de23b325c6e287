package dev.perigee.chaos;

import dev.perigee.servers.RedisServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a server has answered with an error, by its own account: so that it shows whether a fault has met the load. */
final class Errors {

    private Errors() {}

    static long count(RedisServer server, String code) {
        Matcher stat = Pattern.compile("errorstat_" + code + ":count=(\\d+)")
                .matcher(String.valueOf(server.command("INFO", "errorstats")));
        return stat.find() ? Long.parseLong(stat.group(1)) : 0;
    }
}
