package dev.perigee.benchmarks.client;

import dev.perigee.client.ScriptClientOptions;
import java.time.Duration;
import java.util.List;

/**
 * Settings of Perigee that are measured, as a client of its own.
 *
 * @param label as in the report
 * @param observed whether Lettuce measures the latency of each command for Micrometer
 */
record PerigeeSettings(String label, ScriptClientOptions options, boolean observed) {

    /** All of them. A setting to be measured as well is one more line here; its label begins with "Perigee, ". */
    static final List<PerigeeSettings> ALL = List.of(
            new PerigeeSettings("Perigee", ScriptClientOptions.defaults(), false),
            new PerigeeSettings(
                    "Perigee, spin", ScriptClientOptions.defaults().withSpin(Duration.ofNanos(100_000)), false),
            new PerigeeSettings(
                    "Perigee, flush consolidation",
                    ScriptClientOptions.defaults().withFlushConsolidation(true),
                    false),
            new PerigeeSettings("Perigee, observed", ScriptClientOptions.defaults(), true));
}
