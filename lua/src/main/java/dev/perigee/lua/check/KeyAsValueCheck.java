package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.Concatenation;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Elements of KEYS are keys: one that is only ever a value belongs into ARGV. A channel is all right. */
final class KeyAsValueCheck implements ScriptCheck {

    /** Commands that are told of keys, and touch none. */
    private static final Set<String> ABOUT_KEYS = Set.of("CLUSTER", "COMMAND");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        if (facts.keys().dynamic() || !facts.commandsComplete()) {
            return;
        }
        Set<Integer> otherwise = usedOtherwise(facts);
        for (KeyUse use : KeyUses.of(facts)) {
            use.key().value().atoms().forEach(atom -> addKeys(atom, otherwise));
        }
        Map<Integer, Argument> asValue = new TreeMap<>();
        for (CommandUse use : facts.commands()) {
            for (int i = 1; i < use.arguments().size(); i++) {
                Argument argument = use.arguments().get(i);
                boolean whole =
                        argument.value().single() instanceof Atom.Text text && text.only() instanceof Source.Key;
                if (whole
                        && areKeysKnown(use)
                        && !Objects.requireNonNull(use.name()).endsWith("PUBLISH")) {
                    int index = ((Source.Key) Objects.requireNonNull(
                                    ((Atom.Text) argument.value().atoms().get(0)).only()))
                            .index();
                    asValue.putIfAbsent(index, argument);
                } else {
                    argument.value().atoms().forEach(atom -> addKeys(atom, otherwise));
                }
            }
        }
        asValue.forEach((index, argument) -> {
            if (!otherwise.contains(index) && isValueOnly(index, facts)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.KEY_AS_VALUE,
                                argument.span(),
                                "KEYS[" + index + "] is never used as a key, only as a value")
                        .as(settings.profile() == Profile.STANDALONE ? Severity.NOTE : Severity.WARNING)
                        .help("pass it in ARGV: a cluster takes all elements of KEYS for keys"));
            }
        });
    }

    private static boolean areKeysKnown(CommandUse use) {
        Command command = Calls.command(use);
        return command != null
                && !ABOUT_KEYS.contains(command.name())
                && command.keys(Calls.line(use)).complete();
    }

    /** Whether all reads of the element were followed to a command. */
    private static boolean isValueOnly(int index, ScriptFacts facts) {
        return facts.keys().constantIndexes().stream()
                .filter(IndexUse::isPosition)
                .anyMatch(use -> use.position() == index);
    }

    private static Set<Integer> usedOtherwise(ScriptFacts facts) {
        Set<Integer> used = new HashSet<>();
        for (CommandUse use : facts.commands()) {
            if (use.name() != null && use.name().endsWith("PUBLISH")) {
                use.arguments().forEach(argument -> argument.value().atoms().forEach(atom -> addKeys(atom, used)));
            }
        }
        for (Concatenation concatenation : facts.concatenations()) {
            concatenation.operands().forEach(operand -> operand.value().atoms().forEach(atom -> addKeys(atom, used)));
        }
        for (FunctionCall call : facts.calls()) {
            call.arguments().forEach(argument -> argument.value().atoms().forEach(atom -> addKeys(atom, used)));
        }
        facts.comparisons().forEach(comparison -> {
            comparison.left().value().atoms().forEach(atom -> addKeys(atom, used));
            comparison.right().value().atoms().forEach(atom -> addKeys(atom, used));
        });
        facts.returns()
                .forEach(result ->
                        result.values().forEach(value -> value.value().atoms().forEach(atom -> addKeys(atom, used))));
        return used;
    }

    private static void addKeys(Atom atom, Set<Integer> used) {
        if (atom instanceof Atom.Text text) {
            for (Source piece : text.pieces()) {
                Source.Key key = piece.key();
                if (key != null) {
                    used.add(key.index());
                }
            }
        }
    }
}
