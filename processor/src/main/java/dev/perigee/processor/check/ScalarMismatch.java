package dev.perigee.processor.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** How a value does not fit a type of one value, as the reader of replies takes them. */
final class ScalarMismatch {

    /** The numbers that the reader of replies takes for a double, with the infinities as Redis writes them. */
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|-?inf|-?nan");

    private ScalarMismatch() {}

    static @Nullable Mismatch of(Atom atom, ReplyType.Scalar scalar, String path) {
        return switch (scalar.reader()) {
            case "asLong" -> integer(atom, "a long", Long.MIN_VALUE, Long.MAX_VALUE, path);
            case "asInt" -> integer(atom, "an int", Integer.MIN_VALUE, Integer.MAX_VALUE, path);
            case "asDouble" -> fraction(atom, path);
            case "asBoolean" -> bool(atom, path);
            default -> text(atom, scalar.reader().equals("asBytes") ? "a byte[]" : "a String", path);
        };
    }

    private static @Nullable Mismatch integer(Atom atom, String expected, long least, long most, String path) {
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        } else if (atom instanceof Atom.Numeric number) {
            Long sent = sent(number);
            return sent != null && (sent < least || sent > most)
                    ? Mismatch.shape("the integer " + sent, expected, path)
                    : null;
        } else if (atom instanceof Atom.Text text) {
            String literal = text.literal();
            return literal != null && !isInteger(literal, least, most)
                    ? Mismatch.shape("'" + literal + "'", expected, path)
                    : null;
        }
        return atom instanceof Atom.Status || isArray(atom) ? Mismatch.shape(atom, expected, path) : null;
    }

    private static boolean isInteger(String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            return value >= least && value <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable Mismatch fraction(Atom atom, String path) {
        String expected = "a double";
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        } else if (atom instanceof Atom.Numeric number) {
            return number.kind() == Atom.Numeric.Kind.FRACTIONAL
                    ? new Mismatch(
                            Mismatch.Kind.FRACTION,
                            "a number, which is sent as an integer, without its fraction",
                            expected,
                            path,
                            Mismatch.Certainty.CERTAIN)
                    : null;
        } else if (atom instanceof Atom.Text text) {
            String literal = text.literal();
            return literal != null && !DECIMAL.matcher(literal).matches()
                    ? Mismatch.shape("'" + literal + "'", expected, path)
                    : null;
        }
        return atom instanceof Atom.Status || isArray(atom) ? Mismatch.shape(atom, expected, path) : null;
    }

    /** The integer that Redis makes of a number, by cutting off its fraction; null if it is not known. */
    private static @Nullable Long sent(Atom.Numeric number) {
        Double constant = number.constant();
        return constant == null ? null : Long.valueOf(constant.longValue());
    }

    private static @Nullable Mismatch bool(Atom atom, String path) {
        String expected = "a boolean: 1, 0, OK or nil";
        if (atom instanceof Atom.Numeric number) {
            Long sent = sent(number);
            return sent != null && sent != 0 && sent != 1
                    ? Mismatch.shape("the integer " + sent, expected, path)
                    : null;
        } else if (atom instanceof Atom.Text text) {
            String literal = text.literal();
            return literal != null && !literal.equals("OK") ? Mismatch.shape(atom, expected, path) : null;
        } else if (atom instanceof Atom.Status status) {
            return status.text() != null && !status.text().equals("OK") ? Mismatch.shape(atom, expected, path) : null;
        }
        return isArray(atom) ? Mismatch.shape(atom, expected, path) : null;
    }

    private static @Nullable Mismatch text(Atom atom, String expected, String path) {
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        }
        boolean other = atom instanceof Atom.Numeric || atom instanceof Atom.Bool || isArray(atom);
        return other ? Mismatch.shape(atom, expected, path) : null;
    }

    /** An array of which at least something is known, so that it is no special table such as {double = 1.5}. */
    private static boolean isArray(Atom atom) {
        if (atom instanceof Atom.Inputs) {
            return true;
        }
        return atom instanceof Atom.Table table
                && (table.reply() != null
                        || (table.rest() == null
                                && table.fields().keySet().stream().allMatch(Integer.class::isInstance))
                        || table.fields().containsKey(1));
    }

    static @Nullable Mismatch ofConstant(Atom atom, ReplyType.Constant constant, String path) {
        List<String> names = names(constant);
        String expected = "one of " + String.join(", ", names);
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        } else if (atom instanceof Atom.Numeric number) {
            Long place = sent(number);
            return place != null && (place < 0 || place >= names.size())
                    ? Mismatch.shape("the integer " + place, expected + ", from 0", path)
                    : null;
        } else if (atom instanceof Atom.Text text) {
            String literal = text.literal();
            return literal != null && !names.contains(literal)
                    ? Mismatch.shape("'" + literal + "'", expected, path)
                    : null;
        } else if (atom instanceof Atom.Status status) {
            String literal = status.text();
            return literal != null && !names.contains(literal)
                    ? Mismatch.shape("the status " + literal, expected, path)
                    : null;
        }
        return isArray(atom) ? Mismatch.shape(atom, expected, path) : null;
    }

    private static List<String> names(ReplyType.Constant constant) {
        return ((DeclaredType) constant.type())
                .asElement().getEnclosedElements().stream()
                        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                        .map(element -> element.getSimpleName().toString())
                        .toList();
    }
}
