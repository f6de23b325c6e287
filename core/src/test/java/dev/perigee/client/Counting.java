package dev.perigee.client;

import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;

/** A script that counts its runs in its key, and then keeps the server busy for some milliseconds. */
final class Counting {

    static final Script SCRIPT = LuaCall.script("""
            local runs = redis.call('INCR', KEYS[1])
            local t = redis.call('TIME')
            local stop = t[1] * 1000 + t[2] / 1000 + ARGV[1]
            while t[1] * 1000 + t[2] / 1000 < stop do
              t = redis.call('TIME')
            end
            return runs
            """);

    private Counting() {}

    /** Returns how many times it has run with this key. */
    static LuaCall<Long> call(String key, int millis) {
        return LuaCall.of(SCRIPT, ReplyReader::asLong).keys(key).arguments(1, argv -> argv.add(millis));
    }
}
