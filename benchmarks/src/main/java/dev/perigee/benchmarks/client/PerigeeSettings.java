package dev.perigee.benchmarks.client;

import dev.perigee.client.ScriptClientOptions;
import java.util.List;

/**
 * Settings of Perigee that are measured, as a client of its own.
 *
 * @param label as in the report
 */
record PerigeeSettings(String label, ScriptClientOptions options) {

    /** All of them. A setting to be measured as well is one more line here; its label begins with "Perigee, ". */
    static final List<PerigeeSettings> ALL = List.of(new PerigeeSettings("Perigee", ScriptClientOptions.defaults()));
}
