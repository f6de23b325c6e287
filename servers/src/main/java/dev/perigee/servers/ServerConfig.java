package dev.perigee.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a redis.conf: what every server here gets, then the options asked for, which thereby win. */
record ServerConfig(List<Option> options) {

    /** One line: a name and its values, such as {@code save 900 1}. */
    record Option(String name, List<String> values) {

        String line() {
            StringBuilder line = new StringBuilder(name);
            values.forEach(value -> line.append(' ').append(quote(value)));
            return line.toString();
        }

        private static String quote(String value) {
            String escaped = value.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
            return '"' + escaped + '"';
        }
    }

    ServerConfig {
        options = List.copyOf(options);
    }

    List<String> lines(int port, Path directory) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("bind", List.of(RedisServer.HOST)));
        all.add(new Option("port", List.of(Integer.toString(port))));
        all.add(new Option("dir", List.of(directory.toString())));
        all.add(new Option("save", List.of("")));
        all.add(new Option("appendonly", List.of("no")));
        all.add(new Option("protected-mode", List.of("no")));
        all.add(new Option("loglevel", List.of("notice")));
        all.add(new Option("daemonize", List.of("no")));
        all.addAll(options);
        return all.stream().map(Option::line).toList();
    }

    /** The password of the default user, where the option {@code requirepass} sets one. */
    Optional<String> password() {
        return options.stream()
                .filter(option -> option.name().equals("requirepass"))
                .map(option -> option.values().get(0))
                .reduce((earlier, later) -> later)
                .filter(password -> !password.isEmpty());
    }
}
