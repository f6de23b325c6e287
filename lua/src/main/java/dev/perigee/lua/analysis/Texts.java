package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts strings together. */
final class Texts {
    private static final int MOST_PIECES = 16;
    private static final int MOST_COMBINATIONS = 8;

    /** How long a literal may get by putting literals together: what is built in a long row would take quadratic time. */
    private static final int MOST_LENGTH = 1_024;

    private Texts() {}

    /** What {@code a .. b .. c} can be. */
    static Value concatenated(List<Argument> operands) {
        List<Source> only = only(operands);
        if (only != null) {
            return Value.of(text(only));
        }
        List<List<Source>> texts = List.of(List.of());
        for (Argument operand : operands) {
            List<List<Source>> more = new ArrayList<>();
            for (List<Source> pieces : pieces(operand.value())) {
                for (List<Source> before : texts) {
                    List<Source> text = new ArrayList<>(before);
                    text.addAll(pieces);
                    more.add(text);
                }
            }
            texts = more.size() > MOST_COMBINATIONS ? List.of(List.of(new Source.Other())) : more;
        }
        Value value = null;
        for (List<Source> pieces : texts) {
            Value one = Value.of(text(pieces));
            value = value == null ? one : value.or(one);
        }
        return value == null ? Value.of(unknown()) : value;
    }

    /** The pieces of all operands, if each can be one thing only; else null. */
    private static @Nullable List<Source> only(List<Argument> operands) {
        List<Source> all = new ArrayList<>(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            Atom atom = operands.get(i).value().single();
            if (atom == null) {
                return null;
            }
            List<Source> pieces = pieces(atom);
            if (pieces == null) {
                all.add(new Source.Other());
            } else {
                all.addAll(pieces);
            }
        }
        return all;
    }

    static Atom.Text unknown() {
        return new Atom.Text(List.of(new Source.Other()));
    }

    /** A string of these pieces, in the form that {@link Atom.Text} asks for. */
    static Atom.Text text(List<Source> pieces) {
        List<Source> merged = new ArrayList<>();
        for (Source piece : pieces) {
            int last = merged.size() - 1;
            if (piece instanceof Source.Literal literal
                    && last >= 0
                    && merged.get(last) instanceof Source.Literal before) {
                boolean fits = before.text().length() + literal.text().length() <= MOST_LENGTH;
                if (fits) {
                    merged.set(last, new Source.Literal(before.text() + literal.text()));
                } else {
                    merged.add(new Source.Other());
                }
            } else if (!(piece instanceof Source.Literal literal
                    && literal.text().isEmpty())) {
                merged.add(piece);
            }
        }
        if (merged.size() > MOST_PIECES) {
            List<Source> head = new ArrayList<>(merged.subList(0, MOST_PIECES - 1));
            head.add(new Source.Other());
            return new Atom.Text(head);
        }
        return new Atom.Text(merged);
    }

    /** What a value is written as. What cannot be written raises an error, and is left out. */
    private static List<List<Source>> pieces(Value value) {
        List<List<Source>> all = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            List<Source> pieces = pieces(atom);
            if (pieces != null) {
                all.add(pieces);
            }
        }
        return all.isEmpty() ? List.of(List.of(new Source.Other())) : all;
    }

    private static @Nullable List<Source> pieces(Atom atom) {
        if (atom instanceof Atom.Text text) {
            return text.pieces();
        } else if (atom instanceof Atom.Numeric number) {
            return List.of(piece(number));
        } else if (atom instanceof Atom.Unknown unknown) {
            return List.of(unknown.source() == null ? new Source.Other() : unknown.source());
        }
        return null;
    }

    private static Source piece(Atom.Numeric number) {
        Double constant = number.constant();
        boolean minusZero = constant != null && constant == 0 && 1 / constant < 0;
        return constant != null && constant == Math.rint(constant) && Math.abs(constant) < 1e14 && !minusZero
                ? new Source.Literal(Long.toString(constant.longValue()))
                : new Source.Written(number);
    }

    /** {@code string.format}. */
    static Value formatted(Values arguments) {
        String format = arguments.get(0).literal();
        if (format == null || format.length() > MOST_LENGTH) {
            return Value.of(unknown());
        }
        List<Argument> pieces = new ArrayList<>();
        Span span = arguments.known().get(0).span();
        int argument = 0;
        int from = 0;
        for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
            pieces.add(new Argument(Value.text(format.substring(from, at)), span));
            int end = at + 1;
            while (end < format.length() && "-+ #0123456789.".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            if (end >= format.length()) {
                return Value.of(unknown());
            }
            if (format.charAt(end) == '%') {
                pieces.add(new Argument(Value.text("%"), span));
            } else {
                Value value = arguments.get(++argument);
                boolean plain = end == at + 1 && "sdi".indexOf(format.charAt(end)) >= 0;
                pieces.add(new Argument(plain ? value : Value.of(converted(value)), span));
            }
            from = end + 1;
        }
        pieces.add(new Argument(Value.text(format.substring(from)), span));
        return concatenated(pieces);
    }

    private static Atom.Text converted(Value value) {
        Source.Random random = RandomTexts.in(value);
        if (random != null) {
            return RandomTexts.text(random);
        }
        Source of = value.single() instanceof Atom.Text text ? telling(text) : null;
        return of == null ? unknown() : new Atom.Text(List.of(Tables.extract(of)));
    }

    /** What a part of a text is a part of: of all of it, or of an element of KEYS that is in it. */
    private static @Nullable Source telling(Atom.Text text) {
        for (Source piece : text.pieces()) {
            if (piece.key() != null) {
                return piece;
            }
        }
        return text.only();
    }

    /** A string made of a part of another. */
    static Value part(Value of) {
        return Value.of(converted(of));
    }

    /** {@code tostring}. */
    static Value written(Value of) {
        Value value = null;
        for (Atom atom : of.atoms()) {
            Atom one = unknown();
            if (atom instanceof Atom.Text) {
                one = atom;
            } else if (atom instanceof Atom.Numeric number) {
                one = text(List.of(piece(number)));
            } else if (atom instanceof Atom.Bool bool) {
                one = text(List.of(new Source.Literal(Boolean.toString(bool.value()))));
            } else if (atom instanceof Atom.Unknown unknown && unknown.source() != null) {
                one = text(List.of(unknown.source()));
            }
            value = value == null ? Value.of(one) : value.or(Value.of(one));
        }
        return value == null ? Value.of(unknown()) : value;
    }
}
