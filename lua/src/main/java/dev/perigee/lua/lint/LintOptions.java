package dev.perigee.lua.lint;

import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.Severity;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param settings what the scripts are checked for
 * @param format how the report is written
 * @param output where to; null for the standard output
 * @param failOn the least severity that makes the command fail; null for none
 * @param stdinName what a script from the standard input is called
 * @param inputs files, folders, globs, and {@code -} for the standard input
 */
record LintOptions(
        Settings settings,
        ReportFormat format,
        @Nullable Path output,
        @Nullable Severity failOn,
        String stdinName,
        List<String> inputs) {

    LintOptions {
        inputs = List.copyOf(inputs);
    }
}
