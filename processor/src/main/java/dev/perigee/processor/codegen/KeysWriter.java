package dev.perigee.processor.codegen;

import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import java.util.ArrayList;
import java.util.List;

/** Writes the code that sends keys: what is the same in every call from a constant, and the values of the call between. */
final class KeysWriter {

    private static final int MOST_TEXTS_AT_ONCE = 2;

    private final CallFields fields;
    private final Constants constants;

    KeysWriter(CallFields fields, Constants constants) {
        this.fields = fields;
        this.constants = constants;
    }

    /**
     * The expression that sends a key.
     *
     * @param writer the variable that takes keys
     * @param element the variable that holds the element of a list
     */
    Code expression(Key key, String writer, String element) {
        List<KeyPart.Value> values = key.values();
        if (values.isEmpty()) {
            return Code.of("$L.add($L)", writer, fields.text(key.parts(), element));
        }
        boolean texts = values.stream().allMatch(CallFields::isText);
        if (texts && key.parts().size() == 1) {
            return Code.of("$L.add($L)", writer, fields.part(values.get(0), element));
        }
        String template = constants.keyTemplate(key, literals(key.parts()));
        List<Code> parts =
                values.stream().map(value -> fields.part(value, element)).toList();
        if (texts && parts.size() <= MOST_TEXTS_AT_ONCE) {
            return Code.of("$L.add($L, $L)", writer, template, Code.join(parts, ", "));
        }
        return Code.of(
                "$L.begin($L)$L",
                writer,
                template,
                Code.join(parts.stream().map(part -> Code.of(".part($L)", part)).toList(), ""));
    }

    /** What is before, between and after the values. */
    private static List<String> literals(List<KeyPart> parts) {
        List<String> literals = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (KeyPart part : parts) {
            if (part instanceof KeyPart.Text text) {
                literal.append(text.text());
            } else {
                literals.add(literal.toString());
                literal.setLength(0);
            }
        }
        literals.add(literal.toString());
        return literals;
    }
}
