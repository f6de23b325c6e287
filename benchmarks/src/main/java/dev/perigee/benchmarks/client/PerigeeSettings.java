package dev.perigee.benchmarks.client;

import dev.perigee.client.ScriptClientOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Settings of Perigee that are measured, as a client of its own.
 *
 * @param label as in the report
 * @param observed whether Lettuce measures the latency of each command for Micrometer
 * @param modes where it makes a difference
 */
record PerigeeSettings(String label, ScriptClientOptions options, boolean observed, Set<Mode> modes) {

    /** All of them. A setting to be measured as well is one more line here; its label begins with "Perigee, ". */
    static final List<PerigeeSettings> ALL = List.of(
            new PerigeeSettings("Perigee", ScriptClientOptions.defaults(), false, EnumSet.allOf(Mode.class)),
            new PerigeeSettings(
                    "Perigee, spin",
                    ScriptClientOptions.defaults().withSpin(Duration.ofNanos(100_000)),
                    false,
                    EnumSet.of(Mode.SYNC)),
            new PerigeeSettings(
                    "Perigee, no flush consolidation",
                    ScriptClientOptions.defaults().withFlushConsolidation(false),
                    false,
                    EnumSet.of(Mode.SYNC, Mode.ASYNC)),
            new PerigeeSettings("Perigee, observed", ScriptClientOptions.defaults(), true, EnumSet.allOf(Mode.class)));
}
