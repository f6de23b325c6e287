package dev.perigee.servers;

import java.util.Locale;
import java.util.Optional;

/** The operating systems and processors that embedded-redis has a binary for, by the names its resources use. */
record Platform(String os, String arch) {

    static Platform current() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** The name of the embedded binary at the root of the class path; empty where there is none for this platform. */
    Optional<String> resource() {
        String name = normalizedOs() + "-" + normalizedArch();
        return switch (name) {
            case "linux-amd64", "linux-arm64", "linux-386", "darwin-amd64", "darwin-arm64" ->
                Optional.of("redis-server-7.0.15-" + name);
            default -> Optional.empty();
        };
    }

    private String normalizedOs() {
        String lower = os.toLowerCase(Locale.ROOT);
        return lower.startsWith("mac") ? "darwin" : lower;
    }

    private String normalizedArch() {
        return switch (arch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            case "x86", "i386", "i486", "i586", "i686" -> "386";
            default -> arch;
        };
    }
}
