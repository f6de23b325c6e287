package dev.perigee.lua.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of deployment a script must work on, as far as its keys are concerned. */
public enum Profile {
    /** One server, with or without replicas. Keys may be anything. */
    STANDALONE,
    /** Redis Cluster: all keys of a call in one slot, and declared. */
    CLUSTER,
    /** Alibaba's cluster proxy: only a literal {@code KEYS[n]} in the place of a key. */
    ALIBABA,
    /** Dragonfly: only declared keys. */
    DRAGONFLY,
    /** Kvrocks in strict mode: only declared keys. */
    KVROCKS;

    /** The name users give: {@code cluster}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The profile of this name, in any case. */
    public static Optional<Profile> of(String id) {
        return Arrays.stream(values())
                .filter(profile -> profile.name().equalsIgnoreCase(id))
                .findFirst();
    }
}
