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

    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");

    private ScalarMismatch() {}

    static @Nullable Mismatch of(Atom atom, ReplyType.Scalar scalar, String path) {
        return switch (scalar.reader()) {
            case "asLong" -> number(atom, "a long", false, path);
            case "asInt" -> number(atom, "an int", false, path);
            case "asDouble" -> number(atom, "a double", true, path);
            case "asBoolean" -> bool(atom, path);
            default -> text(atom, scalar.reader().equals("asBytes") ? "a byte[]" : "a String", path);
        };
    }

    private static @Nullable Mismatch number(Atom atom, String expected, boolean fraction, String path) {
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        } else if (atom instanceof Atom.Numeric number) {
            boolean lost = fraction && number.kind() == Atom.Numeric.Kind.FRACTIONAL;
            return lost
                    ? new Mismatch(
                            Mismatch.Kind.FRACTION,
                            "a number, which is sent as an integer, without its fraction",
                            expected,
                            path,
                            true)
                    : null;
        } else if (atom instanceof Atom.Text text) {
            String literal = text.literal();
            boolean wrong = literal != null && !INTEGER.matcher(literal).matches() && !fraction;
            return wrong ? Mismatch.shape(atom, expected, path) : null;
        }
        return atom instanceof Atom.Status || isArray(atom) ? Mismatch.shape(atom, expected, path) : null;
    }

    private static @Nullable Mismatch bool(Atom atom, String path) {
        String expected = "a boolean: 1, 0, OK or nil";
        if (atom instanceof Atom.Numeric number) {
            Double constant = number.constant();
            return constant != null && constant != 0 && constant != 1 ? Mismatch.shape(atom, expected, path) : null;
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
            Double place = number.constant();
            return place != null && (place < 0 || place >= names.size())
                    ? new Mismatch(
                            Mismatch.Kind.SHAPE, "the integer " + place.longValue(), expected + ", from 0", path, true)
                    : null;
        } else if (atom instanceof Atom.Text text) {
            String literal = text.literal();
            return literal != null && !names.contains(literal)
                    ? new Mismatch(Mismatch.Kind.SHAPE, "'" + literal + "'", expected, path, true)
                    : null;
        } else if (atom instanceof Atom.Status status) {
            String literal = status.text();
            return literal != null && !names.contains(literal)
                    ? new Mismatch(Mismatch.Kind.SHAPE, "the status " + literal, expected, path, true)
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
