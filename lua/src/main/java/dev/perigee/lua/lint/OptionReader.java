package dev.perigee.lua.lint;

import dev.perigee.lua.check.Profile;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.diagnostics.Severity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the command line. */
final class OptionReader {

    private static final List<String> OPTIONS = List.of(
            "--target",
            "--profile",
            "--strict",
            "--keys",
            "--format",
            "--output",
            "--fail-on",
            "--stdin-name",
            "--help",
            "--version");

    private final Deque<String> arguments;
    private Target target = Settings.DEFAULT.target();
    private Profile profile = Settings.DEFAULT.profile();
    private boolean strict;
    private int keyCount = -1;
    private ReportFormat format = ReportFormat.TEXT;
    private @Nullable Path output;
    private @Nullable Severity failOn = Severity.WARNING;
    private String stdinName = "<stdin>";
    private final Set<String> given = new HashSet<>();
    private final List<String> inputs = new ArrayList<>();

    private OptionReader(List<String> arguments) {
        this.arguments = new ArrayDeque<>(arguments);
    }

    static LintOptions read(List<String> arguments) throws UsageException {
        OptionReader reader = new OptionReader(arguments);
        reader.all();
        if (reader.inputs.isEmpty()) {
            throw new UsageException("name files, folders or globs to check, or - for the standard input");
        } else if (reader.given.contains("--stdin-name") && !reader.inputs.contains("-")) {
            throw new UsageException("--stdin-name is the name of the standard input, and - is not among the inputs");
        }
        return new LintOptions(
                new Settings(reader.target, reader.profile, reader.strict, reader.keyCount),
                reader.format,
                reader.output,
                reader.failOn,
                reader.stdinName,
                reader.inputs);
    }

    private void all() throws UsageException {
        while (!arguments.isEmpty()) {
            String argument = arguments.remove();
            if (argument.equals("--")) {
                inputs.addAll(arguments);
                return;
            } else if (argument.startsWith("-") && !argument.equals("-")) {
                int equals = argument.indexOf('=');
                if (equals > 0) {
                    String value = argument.substring(equals + 1);
                    argument = argument.substring(0, equals);
                    if (argument.equals("--strict")) {
                        throw new UsageException("--strict takes no value, and '" + value + "' is one");
                    }
                    arguments.push(value);
                }
                option(argument);
            } else {
                inputs.add(argument);
            }
        }
    }

    private void option(String option) throws UsageException {
        if (!given.add(option)) {
            throw new UsageException(option + " is given twice");
        }
        switch (option) {
            case "--target" ->
                target = known(
                        option,
                        Target.of(peek(option)),
                        Arrays.stream(Target.values()).map(Target::id).toList());
            case "--profile" ->
                profile = known(
                        option,
                        Profile.of(peek(option)),
                        Arrays.stream(Profile.values()).map(Profile::id).toList());
            case "--strict" -> strict = true;
            case "--keys" -> keyCount = number(option);
            case "--format" ->
                format = known(
                        option,
                        ReportFormat.of(peek(option)),
                        Arrays.stream(ReportFormat.values())
                                .map(ReportFormat::id)
                                .toList());
            case "--output" -> output = file(option);
            case "--fail-on" -> failOn = severity(option);
            case "--stdin-name" -> stdinName = value(option);
            default ->
                throw new UsageException("there is no option " + option
                        + Nearest.to(option, OPTIONS)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
        }
    }

    private String peek(String option) throws UsageException {
        String value = arguments.peek();
        if (value == null) {
            throw new UsageException("a value is missing after " + option);
        }
        return value;
    }

    private String value(String option) throws UsageException {
        String value = peek(option);
        arguments.remove();
        return value;
    }

    private <T> T known(String option, Optional<T> value, List<String> names) throws UsageException {
        String text = value(option);
        if (value.isEmpty()) {
            throw new UsageException(option + " cannot be '" + text + "'; "
                    + Nearest.to(text, names)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("it is one of " + String.join(", ", names)));
        }
        return value.get();
    }

    private Path file(String option) throws UsageException {
        String text = value(option);
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // No path on this system.
        }
        throw new UsageException(option + " takes a file, and '" + text + "' is none");
    }

    private int number(String option) throws UsageException {
        String text = value(option);
        if (!text.matches("\\d{1,4}")) {
            throw new UsageException(option + " takes a number from 0 to 9999, and '" + text + "' is none");
        }
        return Integer.parseInt(text);
    }

    private @Nullable Severity severity(String option) throws UsageException {
        String text = value(option);
        return switch (text) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            case "note" -> Severity.NOTE;
            case "never" -> null;
            default ->
                throw new UsageException(
                        option + " cannot be '" + text + "'; it is one of error, warning, note, never");
        };
    }
}
