package dev.perigee.processor.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a value does not fit a type of one value, as the reader of replies takes them. */
final class ScalarMismatch {

    /** The numbers that the reader of replies takes for a double, with the infinities as Redis writes them. */
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|-?inf|-?nan");

    private static final Pattern EXACT = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ScalarMismatch() {}

    static @Nullable Mismatch of(Atom atom, ReplyType.Scalar scalar, String path) {
        return switch (scalar.reader()) {
            case "asLong" -> integer(atom, "a long", Long.MIN_VALUE, Long.MAX_VALUE, path);
            case "asInt" -> integer(atom, "an int", Integer.MIN_VALUE, Integer.MAX_VALUE, path);
            case "asShort" -> integer(atom, "a short", Short.MIN_VALUE, Short.MAX_VALUE, path);
            case "asByte" -> integer(atom, "a byte", Byte.MIN_VALUE, Byte.MAX_VALUE, path);
            case "asBigInteger" -> number(atom, "a BigInteger", WHOLE, false, path);
            case "asBigDecimal" -> number(atom, "a BigDecimal", EXACT, true, path);
            case "asFloat" -> number(atom, "a float", DECIMAL, true, path);
            case "asDouble" -> number(atom, "a double", DECIMAL, true, path);
            case "asBoolean" -> bool(atom, path);
            case "asUuid" -> uuid(atom, path);
            default -> text(atom, scalar.reader().equals("asBytes") ? "a byte[]" : "a String", path);
        };
    }

    static @Nullable Mismatch ofTime(Atom atom, ReplyType.Time time, String path) {
        String unit = time.unit().toLowerCase(Locale.ROOT);
        return number(atom, (time.instant() ? "an Instant in " : "a Duration in ") + unit, EXACT, false, path);
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

    private static @Nullable Mismatch number(
            Atom atom, String expected, Pattern form, boolean hasFraction, String path) {
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        } else if (atom instanceof Atom.Numeric number) {
            return hasFraction && number.kind().isDivided()
                    ? Mismatch.of(
                            Mismatch.Kind.FRACTION,
                            "a number, which is sent as an integer, without its fraction",
                            expected,
                            path)
                    : null;
        } else if (atom instanceof Atom.Text text) {
            String literal = text.literal();
            return literal != null && !form.matcher(literal).matches()
                    ? Mismatch.shape("'" + literal + "'", expected, path)
                    : null;
        }
        return atom instanceof Atom.Status || isArray(atom) ? Mismatch.shape(atom, expected, path) : null;
    }

    private static @Nullable Mismatch uuid(Atom atom, String path) {
        String literal = atom instanceof Atom.Text text ? text.literal() : null;
        return literal != null && !UUID.matcher(literal).matches()
                ? Mismatch.shape("'" + literal + "'", "a UUID", path)
                : text(atom, "a UUID", path);
    }

    /** The integer that Redis makes of a number, by cutting off its fraction; null if it is not known. */
    static @Nullable Long sent(Atom.Numeric number) {
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

    static @Nullable Mismatch text(Atom atom, String expected, String path) {
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        }
        boolean other = atom instanceof Atom.Numeric || atom instanceof Atom.Bool || isArray(atom);
        return other ? Mismatch.shape(atom, expected, path) : null;
    }

    /** An array of which at least something is known, so that it is no special table such as {double = 1.5}. */
    static boolean isArray(Atom atom) {
        if (atom instanceof Atom.Inputs) {
            return true;
        }
        return atom instanceof Atom.Table table
                && (table.reply() != null
                        || (table.isClosed() && table.fields().keySet().stream().allMatch(Integer.class::isInstance))
                        || table.fields().containsKey(1));
    }
}
