package dev.perigee.processor.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a value does not fit a record that is read by position, or a sealed interface of such. */
final class RecordMismatch {

    private RecordMismatch() {}

    static @Nullable Mismatch of(Atom atom, ReplyType.Tuple tuple, String path) {
        String expected = tuple.name() + ", an array of " + tuple.components().size();
        if (!(atom instanceof Atom.Table table)) {
            return ArrayMismatch.ofOther(atom, expected, path);
        }
        if (table.reply() != null && table.reply().command().equals("HGETALL")) {
            return Mismatch.of(
                            Mismatch.Kind.BY_POSITION,
                            "the fields and values of HGETALL, in any order",
                            expected + ", read by position",
                            path)
                    .help("read it by name: @Reply(byName = true) on " + tuple.name());
        }
        return ofComponents(table, tuple, 0, expected, path);
    }

    /** @param before how many elements come before the components */
    private static @Nullable Mismatch ofComponents(
            Atom.Table table, ReplyType.Tuple tuple, int before, String expected, String path) {
        if (ArrayMismatch.hasNames(table)) {
            return null;
        }
        List<ReplyType.Component> components = tuple.components();
        int length = ArrayMismatch.length(table);
        boolean exact = ArrayMismatch.isExact(table);
        if (length > components.size() + before) {
            return Mismatch.shape("an array of " + length, expected, path);
        }
        for (int i = 0; i < components.size(); i++) {
            ReplyType.Component component = components.get(i);
            Value element = table.fields().get(i + 1 + before);
            String inner = ArrayMismatch.inner(path, component.name());
            if (element == null && !exact) {
                continue;
            }
            if (element == null) {
                Mismatch missing = Mismatch.of(Value.NIL, component.type(), inner);
                return missing == null ? null : Mismatch.shape("an array of " + length, expected, path);
            }
            Mismatch mismatch = Mismatch.of(element, component.type(), inner);
            if (mismatch != null) {
                return mismatch;
            }
        }
        return null;
    }

    static @Nullable Mismatch ofAlternatives(Atom atom, ReplyType.OneOf oneOf, String path) {
        String expected = oneOf.name() + ", one of " + String.join(", ", codes(oneOf));
        String alone = code(atom);
        if (alone != null) {
            Optional<ReplyType.Alternative> alternative = alternative(oneOf, alone);
            if (alternative.isEmpty()) {
                return Mismatch.shape("'" + alone + "'", expected, path)
                        .help(ConstantMismatch.nearest(alone, codes(oneOf)));
            }
            ReplyType.Tuple record = alternative.get().record();
            return record.components().isEmpty()
                    ? null
                    : Mismatch.shape("'" + alone + "' alone", describe(record), path);
        }
        if (atom instanceof Atom.Table table) {
            return ofAlternatives(table, oneOf, expected, path);
        }
        boolean mayBeCode = atom instanceof Atom.Text || atom instanceof Atom.Numeric || atom instanceof Atom.Status;
        return mayBeCode ? null : ArrayMismatch.ofOther(atom, expected, path);
    }

    private static @Nullable Mismatch ofAlternatives(
            Atom.Table table, ReplyType.OneOf oneOf, String expected, String path) {
        if (ArrayMismatch.hasNames(table)) {
            return null;
        }
        if (ArrayMismatch.length(table) == 0) {
            return ArrayMismatch.isExact(table) ? Mismatch.shape("an empty array", expected, path) : null;
        }
        Value first = ArrayMismatch.element(table, 1);
        for (Atom atom : first.atoms()) {
            String code = code(atom);
            if (code != null && alternative(oneOf, code).isEmpty()) {
                return Mismatch.shape("an array that begins with '" + code + "'", expected, path)
                        .help(ConstantMismatch.nearest(code, codes(oneOf)));
            }
        }
        String code = first.single() == null ? null : code(first.single());
        ReplyType.Tuple record =
                code == null ? null : alternative(oneOf, code).orElseThrow().record();
        return record == null ? null : ofComponents(table, record, 1, describe(record), path);
    }

    private static String describe(ReplyType.Tuple alternative) {
        return alternative.name() + ", an array of " + (alternative.components().size() + 1);
    }

    /** The code that an element is, if it is known. */
    private static @Nullable String code(Atom atom) {
        if (atom instanceof Atom.Text text) {
            return text.literal();
        } else if (atom instanceof Atom.Status status) {
            return status.text();
        }
        Long sent = atom instanceof Atom.Numeric number ? ScalarMismatch.sent(number) : null;
        return sent == null ? null : sent.toString();
    }

    private static Optional<ReplyType.Alternative> alternative(ReplyType.OneOf oneOf, String code) {
        return oneOf.alternatives().stream()
                .filter(alternative -> alternative.codes().contains(code))
                .findFirst();
    }

    /** A code of each; of a name's forms, that of a constant. */
    private static List<String> codes(ReplyType.OneOf oneOf) {
        return oneOf.alternatives().stream()
                .map(alternative -> alternative.codes().get(alternative.codes().size() - 1))
                .toList();
    }
}
