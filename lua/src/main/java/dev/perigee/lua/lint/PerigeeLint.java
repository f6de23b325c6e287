package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command: {@code java -jar perigee-lint.jar [options] <file|folder|glob|->...}. */
public final class PerigeeLint {

    /** Nothing was found that counts. */
    static final int CLEAN = 0;

    /** Something was found. */
    static final int FOUND = 1;

    /** The command line is wrong, or something could not be read or written. */
    static final int FAILED = 2;

    private static final String USAGE = """
            Checks Redis Lua scripts without running them.

            usage: java -jar perigee-lint.jar [options] <file|folder|glob|->...

              --target <server>     redis-6.2, redis-7.0 (the default), redis-7.2, redis-7.4, redis-8.0, valkey-8.0, valkey-8.1
              --profile <name>      standalone (the default), cluster, alibaba, dragonfly, kvrocks
              --strict              report also what cannot be proved to be right
              --keys <n>            how many keys the scripts are called with
              --format <name>       text (the default), json, sarif
              --output <file>       where to write the report; the standard output otherwise
              --fail-on <severity>  error, warning (the default), note or never
              --stdin-name <name>   what to call a script that is read from the standard input
              --version, --help, -h

            A folder stands for all .lua files in it and below, - for the standard input.
            Exit status: 0 nothing found, 1 findings of the severity of --fail-on or above, 2 wrong usage, missing or unreadable files.
            """;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    PerigeeLint(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the process with its status. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new PerigeeLint(System.in, out, err).run(arguments));
    }

    int run(String... arguments) {
        List<String> given = List.of(arguments);
        if (given.contains("--help") || given.contains("-h") || given.isEmpty()) {
            (given.isEmpty() ? err : out).print(USAGE);
            return given.isEmpty() ? FAILED : CLEAN;
        } else if (given.contains("--version")) {
            out.println("perigee-lint " + Version.of());
            return CLEAN;
        }
        try {
            return lint(OptionReader.read(arguments));
        } catch (UsageException e) {
            err.println("perigee-lint: " + e.getMessage());
            err.println("perigee-lint --help lists the options");
            return FAILED;
        }
    }

    private int lint(LintOptions options) {
        ScriptLinter linter = new ScriptLinter(options.settings());
        List<LintedScript> scripts = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> named =
                options.inputs().stream().filter(name -> !name.equals("-")).toList();
        if (named.size() < options.inputs().size()) {
            read(linter, options.stdinName(), null, scripts, problems);
        }
        Inputs inputs = new Inputs();
        for (Path file : inputs.find(named)) {
            read(linter, file.toString(), file, scripts, problems);
        }
        problems.addAll(inputs.problems());
        LintReport report = new LintReport(options.settings(), scripts);
        write(options, report, problems);
        problems.forEach(problem -> err.println("perigee-lint: " + problem));
        if (!problems.isEmpty()) {
            return FAILED;
        }
        return fails(report, options.failOn()) ? FOUND : CLEAN;
    }

    private void read(
            ScriptLinter linter, String name, @Nullable Path file, List<LintedScript> scripts, List<String> problems) {
        try {
            scripts.add(linter.lint(name, file == null ? in.readAllBytes() : Files.readAllBytes(file)));
        } catch (IOException e) {
            problems.add(name + " cannot be read: " + Reasons.of(e));
        }
    }

    private void write(LintOptions options, LintReport report, List<String> problems) {
        String text = options.format().write(report);
        Path file = options.output();
        if (file == null) {
            out.print(text);
            out.flush();
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            problems.add("the report cannot be written to " + file + ": " + Reasons.of(e));
        }
    }

    private static boolean fails(LintReport report, @Nullable Severity failOn) {
        return failOn != null
                && report.scripts().stream()
                        .flatMap(script -> script.findings().stream())
                        .anyMatch(finding -> finding.severity().compareTo(failOn) <= 0);
    }
}
