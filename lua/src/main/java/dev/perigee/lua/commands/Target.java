package dev.perigee.lua.commands;

import java.util.Arrays;
import java.util.Optional;

/** A line of servers. */
public enum Target {
    REDIS_6_2("redis-6.2"),
    REDIS_7_0("redis-7.0"),
    REDIS_7_2("redis-7.2"),
    REDIS_7_4("redis-7.4"),
    REDIS_8_0("redis-8.0"),
    VALKEY_8_0("valkey-8.0"),
    VALKEY_8_1("valkey-8.1");

    private final String id;

    Target(String id) {
        this.id = id;
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
        return isValkey() ? redis.ordinal() <= REDIS_7_2.ordinal() || redis == this : ordinal() >= redis.ordinal();
    }

    /** The target of this name, in any case. */
    public static Optional<Target> of(String id) {
        return Arrays.stream(values())
                .filter(target -> target.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
