package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows {@code math.random} into what is made of it, and notes where that is a token. */
final class RandomTexts {

    /** Functions of which the result is random if an argument is: {@code string.sub(letters, n, n)}. */
    private static final Set<String> FOLLOWED = Set.of(
            "redis.sha1hex",
            "string.char",
            "string.sub",
            "string.lower",
            "string.upper",
            "string.reverse",
            "bit.tohex");

    private static final Pattern TOKEN =
            Pattern.compile("(?i).*(token|secret|nonce|csrf|password|session_?id|lock_?id|lock_?value|otp)");

    private RandomTexts() {}

    /** What a function makes of random numbers; null if there are none in what it is given. */
    static @Nullable Value made(String function, Values arguments) {
        if (!FOLLOWED.contains(function)) {
            return null;
        }
        boolean hash = function.equals("redis.sha1hex");
        for (Argument argument : arguments.known()) {
            Source.Random random = in(argument.value());
            if (random != null) {
                return Value.of(text(new Source.Random(random.token() || (hash && isGuessable(argument.value())))));
            }
        }
        return null;
    }

    static Source.@Nullable Random in(Value value) {
        for (int i = 0; i < value.atoms().size(); i++) {
            Source.Random random = value.atoms().get(i).random();
            if (random != null) {
                return random;
            }
        }
        return null;
    }

    static Atom.Text text(Source.Random random) {
        return new Atom.Text(List.of(new Source.Extract(random)));
    }

    /** Whether there is nothing in it besides that is not known to everyone: what the caller passes may be a secret. */
    private static boolean isGuessable(Value value) {
        return value.all(atom -> atom instanceof Atom.Numeric
                || (atom instanceof Atom.Text text
                        && text.pieces().stream()
                                .allMatch(piece -> piece instanceof Source.Literal
                                        || piece.random() != null
                                        || (piece instanceof Source.Reply reply
                                                && reply.command().equals("TIME")))));
    }

    /** What a variable of this name holds. */
    static Value named(String name, Value value) {
        Source.Random random = in(value);
        if (random == null || random.token() || !TOKEN.matcher(name).matches()) {
            return value;
        }
        List<Atom> atoms = new ArrayList<>(value.atoms().size());
        for (Atom atom : value.atoms()) {
            Atom named = named(atom);
            if (!atoms.contains(named)) {
                atoms.add(named);
            }
        }
        return new Value(atoms);
    }

    private static Atom named(Atom atom) {
        Source.Random token = new Source.Random(true);
        if (atom.random() == null) {
            return atom;
        } else if (atom instanceof Atom.Numeric number) {
            return new Atom.Numeric(number.constant(), number.kind(), token, number.factor(), number.shifted());
        } else if (atom instanceof Atom.Text text) {
            return new Atom.Text(text.pieces().stream()
                    .map(piece -> piece.random() == null ? piece : new Source.Extract(token))
                    .toList());
        }
        return atom;
    }
}
