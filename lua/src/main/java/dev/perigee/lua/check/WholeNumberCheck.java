package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandLine;
import dev.perigee.lua.commands.WordProblem;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is computed where a command takes a whole number is one. The command is asked what it thinks of a sample of what the
 * script may compute.
 */
final class WholeNumberCheck implements CommandCheck {

    /** What stands for text of which nothing is known; it is never refused. */
    private static final String UNKNOWN = "1";

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        Command command = call.command();
        if (command == null) {
            return;
        }
        for (Argument argument : refused(command, call, settings, WholeNumberCheck::fraction)) {
            report.accept(ScriptFinding.of(
                            ScriptRule.NOT_A_NUMBER,
                            argument.span(),
                            command.name()
                                    + " takes a whole number here, and this can have a fraction, which is an error")
                    .as(Severity.WARNING)
                    .help("round it: math.floor(…) or math.ceil(…)"));
        }
        for (Argument argument : refused(command, call, settings, WholeNumberCheck::text)) {
            report.accept(ScriptFinding.of(
                            ScriptRule.NOT_A_NUMBER,
                            argument.span(),
                            command.name() + " takes a number here, and this is text that cannot be one")
                    .help("hand over the number by itself"));
        }
    }

    /** The arguments of which a sample is refused for not being the number that the command takes. */
    private static List<Argument> refused(
            Command command, Call call, Settings settings, Function<Argument, @Nullable String> sample) {
        CommandLine line = call.line();
        CommandUse use = call.use();
        @Nullable String @Nullable [] samples = samples(call, sample);
        if (samples == null) {
            return List.of();
        }
        List<@Nullable String> words = new ArrayList<>(line.words());
        for (int i = 1; i < samples.length; i++) {
            words.set(i, samples[i] == null ? words.get(i) : samples[i]);
        }
        List<WordProblem> problems = command.problems(new CommandLine(words, line.open()), settings.target());
        return problems.isEmpty()
                ? List.of()
                : problems.stream()
                        .filter(problem -> problem.kind() == WordProblem.Kind.NOT_A_NUMBER)
                        .filter(problem -> samples[problem.word()] != null)
                        .map(problem -> use.arguments().get(problem.word()))
                        .toList();
    }

    /** The samples by the positions of the words; null if none can be refused, as for most calls. */
    private static @Nullable String @Nullable [] samples(Call call, Function<Argument, @Nullable String> sample) {
        List<@Nullable String> words = call.line().words();
        @Nullable String @Nullable [] samples = null;
        boolean refusable = false;
        for (int i = 1; i < words.size(); i++) {
            String text =
                    words.get(i) == null ? sample.apply(call.use().arguments().get(i)) : null;
            if (text != null) {
                samples = samples == null ? new String[words.size()] : samples;
                samples[i] = text;
                refusable |= !text.equals(UNKNOWN);
            }
        }
        return refusable ? samples : null;
    }

    private static @Nullable String fraction(Argument argument) {
        boolean fractional = argument.value()
                .any(atom -> atom instanceof Atom.Numeric number
                        && number.kind() == Atom.Numeric.Kind.FRACTIONAL
                        && number.constant() == null);
        return fractional ? "0.5" : null;
    }

    /** A text with a 1 for every piece that is not known. */
    private static @Nullable String text(Argument argument) {
        if (!(argument.value().single() instanceof Atom.Text text)) {
            return null;
        }
        if (text.only() != null && !(text.only() instanceof Source.Literal)) {
            return UNKNOWN;
        }
        StringBuilder sample = new StringBuilder();
        for (Source piece : text.pieces()) {
            sample.append(piece instanceof Source.Literal literal ? literal.text() : UNKNOWN);
        }
        return sample.toString();
    }
}
