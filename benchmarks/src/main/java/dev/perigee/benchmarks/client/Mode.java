package dev.perigee.benchmarks.client;

import java.util.Locale;

/** How calls are made. */
public enum Mode {
    /** Each caller waits for its reply before it calls again. */
    SYNC,
    /** Each caller has up to 256 calls under way, each of them sent by itself. */
    ASYNC,
    /** Each caller hands over 256 calls, and waits for all replies before the next. */
    BATCH;

    /** As it is written in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with a label. */
    public static Mode labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
