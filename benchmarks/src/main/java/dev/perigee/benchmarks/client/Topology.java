package dev.perigee.benchmarks.client;

import java.util.Locale;

/** One server, or a cluster of three. */
public enum Topology {
    STANDALONE,
    CLUSTER;

    /** As it is written in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topology with a label. */
    public static Topology labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
