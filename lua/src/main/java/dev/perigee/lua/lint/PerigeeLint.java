package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.ControlCharacters;
import dev.perigee.lua.diagnostics.Severity;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
              --                    what follows are names, even if they begin with -

            A folder stands for all .lua files in it and below, - for the standard input.
            Exit status: 0 nothing found, 1 findings of the severity of --fail-on or above, 2 wrong usage, missing or unreadable files,
            or a report that could not be written.
            """;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    PerigeeLint(InputStream in, OutputStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the process with its status. */
    public static void main(String[] arguments) {
        // Not System.out, which keeps to itself what goes wrong.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new PerigeeLint(System.in, out, err).run(arguments));
    }

    int run(String... arguments) {
        try {
            return answer(List.of(arguments));
        } catch (UsageException e) {
            complain(String.valueOf(e.getMessage()));
            err.println("perigee-lint --help lists the options");
        } catch (IOException e) {
            complain("the standard output cannot be written: " + Reasons.of(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            complain("this is a mistake in perigee-lint " + Version.of()
                    + ", please report it to the project with the script: " + e);
        }
        return FAILED;
    }

    private int answer(List<String> arguments) throws IOException, UsageException {
        int end = arguments.indexOf("--");
        List<String> options = end < 0 ? arguments : arguments.subList(0, end);
        if (arguments.isEmpty()) {
            err.print(USAGE);
            return FAILED;
        } else if (options.contains("--help") || options.contains("-h")) {
            print(USAGE);
            return CLEAN;
        } else if (options.contains("--version")) {
            print("perigee-lint " + Version.of() + "\n");
            return CLEAN;
        }
        return lint(OptionReader.read(arguments));
    }

    private int lint(LintOptions options) throws IOException, UsageException {
        ScriptLinter linter = new ScriptLinter(options.settings());
        List<LintedScript> scripts = new ArrayList<>();
        List<String> named =
                options.inputs().stream().filter(name -> !name.equals("-")).toList();
        Inputs inputs = new Inputs();
        Collection<Path> files = inputs.find(named);
        spare(files, options.output());
        List<String> problems = new ArrayList<>();
        if (named.size() < options.inputs().size()) {
            read(linter, options.stdinName(), null, scripts, problems);
        }
        for (Path file : files) {
            read(linter, file.toString(), file, scripts, problems);
        }
        problems.addAll(inputs.problems());
        LintReport report = new LintReport(options.settings(), scripts, problems);
        boolean written = write(options, report);
        problems.forEach(this::complain);
        if (!problems.isEmpty() || !written) {
            return FAILED;
        }
        return fails(report, options.failOn()) ? FOUND : CLEAN;
    }

    /** A report must not be written over one of the scripts. */
    private static void spare(Collection<Path> files, @Nullable Path output) throws IOException, UsageException {
        if (output == null || !Files.exists(output)) {
            return;
        } else if (Files.isDirectory(output)) {
            throw new UsageException("--output takes a file, and " + output + " is a folder");
        }
        for (Path file : files) {
            if (Files.isSameFile(file, output)) {
                throw new UsageException(
                        "--output " + output + " is one of the scripts, and the report would replace it");
            }
        }
    }

    private void complain(String problem) {
        err.println("perigee-lint: " + ControlCharacters.shown(problem));
    }

    /** Writes to the standard output; a reader that has seen enough, as {@code head} has, is no failure. */
    private void print(String text) throws IOException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (!Reasons.isClosedPipe(e)) {
                throw e;
            }
        }
    }

    private void read(
            ScriptLinter linter, String name, @Nullable Path file, List<LintedScript> scripts, List<String> problems) {
        try {
            scripts.add(linter.lint(name, file == null ? in.readAllBytes() : Files.readAllBytes(file)));
        } catch (IOException e) {
            problems.add(name + " cannot be read: " + Reasons.of(e));
        }
    }

    private boolean write(LintOptions options, LintReport report) {
        String text = options.format().write(report);
        Path file = options.output();
        try {
            if (file == null) {
                print(text);
            } else {
                Files.writeString(file, text);
            }
            return true;
        } catch (IOException e) {
            complain("the report cannot be written to " + (file == null ? "the standard output" : file) + ": "
                    + Reasons.of(e));
            return false;
        }
    }

    private static boolean fails(LintReport report, @Nullable Severity failOn) {
        return failOn != null
                && report.scripts().stream()
                        .flatMap(script -> script.findings().stream())
                        .anyMatch(finding -> finding.severity().compareTo(failOn) <= 0);
    }
}
