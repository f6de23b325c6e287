package dev.perigee.lua.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can evaluate to: one of some atoms, one for each way in which it can come about. Immutable.
 *
 * @param atoms at least one. Where anything is possible, {@link Atom.Unknown} is among them
 */
public record Value(List<Atom> atoms) {

    /** How many atoms are kept apart; a value of more is unknown. */
    private static final int LIMIT = 8;

    /** Anything. */
    public static final Value ANY = of(new Atom.Unknown(null));

    /** Nothing but nil. */
    public static final Value NIL = of(new Atom.Nil(null));

    public Value {
        atoms = List.copyOf(atoms);
    }

    /** Exactly this. */
    public static Value of(Atom atom) {
        return new Value(List.of(atom));
    }

    /** A string literal. */
    public static Value text(String text) {
        return of(new Atom.Text(text.isEmpty() ? List.of() : List.of(new Source.Literal(text))));
    }

    /** What both can be. */
    public Value or(Value other) {
        if (containsAll(other)) {
            return this;
        } else if (atoms.size() == 1 && other.atoms.size() == 1) {
            return new Value(List.of(atoms.get(0), other.atoms.get(0)));
        }
        List<Atom> all = new ArrayList<>(atoms);
        for (Atom atom : other.atoms) {
            if (!all.contains(atom)) {
                all.add(atom);
            }
        }
        return all.size() > LIMIT ? ANY : new Value(all);
    }

    private boolean containsAll(Value other) {
        for (int i = 0; i < other.atoms.size(); i++) {
            if (!atoms.contains(other.atoms.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value without the atoms that cannot be; null if none is left. */
    public @Nullable Value only(Predicate<Atom> possible) {
        if (all(possible)) {
            return this;
        }
        List<Atom> left = new ArrayList<>(atoms.size());
        for (int i = 0; i < atoms.size(); i++) {
            if (possible.test(atoms.get(i))) {
                left.add(atoms.get(i));
            }
        }
        return left.isEmpty() ? null : new Value(left);
    }

    /** Whether this holds of all it can be. False where anything is possible, unless that passes too. */
    public boolean all(Predicate<Atom> test) {
        for (int i = 0; i < atoms.size(); i++) {
            if (!test.test(atoms.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether this holds of something it can be. */
    public boolean any(Predicate<Atom> test) {
        for (int i = 0; i < atoms.size(); i++) {
            if (test.test(atoms.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can be anything. */
    public boolean isUnknown() {
        return any(Atom.Unknown.class::isInstance);
    }

    /** The only thing it can be; null if there are several. */
    public @Nullable Atom single() {
        return atoms.size() == 1 ? atoms.get(0) : null;
    }

    /** The text, if it is nothing but a literal. */
    public @Nullable String literal() {
        return single() instanceof Atom.Text text ? text.literal() : null;
    }

    /** The number, if it is nothing but a constant. */
    public @Nullable Double constant() {
        return single() instanceof Atom.Numeric number ? number.constant() : null;
    }

    /** Whether it can only be {@code nil} or {@code false}. */
    public boolean isFalsy() {
        return all(Value::isFalsy);
    }

    /** Whether it can be neither {@code nil} nor {@code false}. */
    public boolean isTruthy() {
        return all(atom -> !isFalsy(atom) && !(atom instanceof Atom.Unknown));
    }

    /** Whether an atom fails a condition, as {@code nil} and {@code false} do and nothing else. */
    public static boolean isFalsy(Atom atom) {
        return atom instanceof Atom.Nil || (atom instanceof Atom.Bool bool && !bool.value());
    }
}
