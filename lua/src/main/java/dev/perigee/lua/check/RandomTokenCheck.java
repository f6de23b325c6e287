package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What must not be guessed is not made by {@code math.random}, which gives the same numbers after every start of a server. */
final class RandomTokenCheck implements ScriptCheck {

    private static final Set<String> STORING =
            Set.of("SET", "SETEX", "PSETEX", "SETNX", "GETSET", "HSET", "HMSET", "HSETNX", "SADD");

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(token|secret|session|nonce|csrf|otp|password|lock|owner|\\bNX\\b).*");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        boolean seeded = facts.calls().stream().anyMatch(call -> call.function().equals("math.randomseed"));
        for (CommandUse use : facts.commands()) {
            check(use, seeded, report);
        }
    }

    private static void check(CommandUse use, boolean seeded, Consumer<ScriptFinding> report) {
        if (use.name() == null || !STORING.contains(use.name())) {
            return;
        }
        boolean secret = use.arguments().stream().anyMatch(argument -> isSecret(argument.value()));
        for (Argument argument : use.arguments()) {
            if (argument.value().any(atom -> isGuessable(atom, secret))) {
                report.accept(ScriptFinding.of(
                                ScriptRule.RANDOM_TOKEN,
                                argument.span(),
                                "math.random gives the same numbers "
                                        + (seeded ? "for the same seed" : "after every start of a server")
                                        + ", so this can be guessed")
                        .help("make it in the application, with a SecureRandom, and pass it as an argument"));
            }
        }
    }

    private static boolean isGuessable(Atom atom, boolean secret) {
        Source.Random random = atom.random();
        return random != null && (secret || random.token());
    }

    private static boolean isSecret(Value value) {
        return value.any(atom -> atom instanceof Atom.Text text
                && text.pieces().stream()
                        .anyMatch(piece -> piece instanceof Source.Literal literal
                                && SECRET.matcher(literal.text()).matches()));
    }
}
