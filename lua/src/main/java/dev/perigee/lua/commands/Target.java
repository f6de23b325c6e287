package dev.perigee.lua.commands;

import java.util.Arrays;
import java.util.Optional;

/** A line of servers. */
public enum Target {
    REDIS_6_2("redis-6.2", 'a', 6, 2),
    REDIS_7_0("redis-7.0", 'b', 7, 0),
    REDIS_7_2("redis-7.2", 'c', 7, 2),
    REDIS_7_4("redis-7.4", 'd', 7, 4),
    REDIS_8_0("redis-8.0", 'e', 8, 0),
    VALKEY_8_0("valkey-8.0", 'v', 8, 0),
    VALKEY_8_1("valkey-8.1", 'w', 8, 1);

    private final String id;
    private final char letter;
    private final int major;
    private final int minor;

    Target(String id, char letter, int major, int minor) {
        this.id = id;
        this.letter = letter;
        this.major = major;
        this.minor = minor;
    }

    /** Its letter in the table of commands. */
    char letter() {
        return letter;
    }

    /** The name users give: {@code redis-7.0}. */
    public String id() {
        return id;
    }

    /** Whether it is of Valkey's line. */
    public boolean isValkey() {
        return this == VALKEY_8_0 || this == VALKEY_8_1;
    }

    /** Whether it behaves as Redis did from a version on; Valkey began as Redis 7.2. */
    public boolean isAtLeast(Target redis) {
        int ownMajor = isValkey() ? 7 : major;
        int ownMinor = isValkey() ? 2 : minor;
        return ownMajor > redis.major || (ownMajor == redis.major && ownMinor >= redis.minor);
    }

    /**
     * Whether it may have what came with a version of Redis; of Valkey's own versions little is known, so it may have what is
     * not newer than itself.
     *
     * @param since the version: {@code 6.2.0}
     */
    public boolean mayHave(String since) {
        int dot = since.indexOf('.');
        int end = since.indexOf('.', dot + 1);
        int wantedMajor = Integer.parseInt(since.substring(0, dot));
        int wantedMinor = Integer.parseInt(since.substring(dot + 1, end < 0 ? since.length() : end));
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }

    /** The target of this name, in any case. */
    public static Optional<Target> of(String id) {
        return Arrays.stream(values())
                .filter(target -> target.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
