package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** How a value does not fit an enum: by its codes, or else by its names and places. */
final class ConstantMismatch {

    private ConstantMismatch() {}

    static @Nullable Mismatch of(Atom atom, ReplyType.Constant constant, String path) {
        boolean coded = !constant.codes().isEmpty();
        List<String> names = coded ? constant.codes() : names(constant);
        String expected = "one of " + String.join(", ", names);
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        } else if (atom instanceof Atom.Numeric number) {
            Long sent = ScalarMismatch.sent(number);
            boolean known =
                    sent == null || (coded ? names.contains(sent.toString()) : sent >= 0 && sent < names.size());
            return known ? null : Mismatch.shape("the integer " + sent, coded ? expected : expected + ", from 0", path);
        } else if (atom instanceof Atom.Text text) {
            return named(text.literal(), "'" + text.literal() + "'", names, path);
        } else if (atom instanceof Atom.Status status) {
            return named(status.text(), "the status " + status.text(), names, path);
        }
        return ScalarMismatch.isArray(atom) ? Mismatch.shape(atom, expected, path) : null;
    }

    private static @Nullable Mismatch named(@Nullable String name, String found, List<String> names, String path) {
        return name == null || names.contains(name)
                ? null
                : Mismatch.shape(found, "one of " + String.join(", ", names), path)
                        .help(nearest(name, names));
    }

    /** A proposal of what may have been meant; empty if nothing is near. */
    static String nearest(String name, List<String> names) {
        return Nearest.to(name, names).map(near -> "did you mean " + near + "?").orElse("");
    }

    private static List<String> names(ReplyType.Constant constant) {
        return ((DeclaredType) constant.type())
                .asElement().getEnclosedElements().stream()
                        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                        .map(element -> element.getSimpleName().toString())
                        .toList();
    }
}
