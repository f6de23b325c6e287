package dev.perigee.lua.lint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259), indented. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /**
     * The JSON of a value.
     *
     * @param value a map, whose order is kept, a list, a string, a number or a boolean, or null
     */
    static String write(@Nullable Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.out.append('\n').toString();
    }

    private void value(@Nullable Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            object(map, indent);
        } else if (value instanceof List<?> list) {
            array(list, indent);
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            out.append(value);
        } else {
            throw new IllegalArgumentException(
                    "no JSON for a " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> map, String indent) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator).append(indent).append("  ");
            string((String) entry.getKey());
            out.append(": ");
            value(entry.getValue(), indent + "  ");
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : indent + "}");
    }

    private void array(List<?> list, String indent) {
        String separator = "[";
        for (Object item : list) {
            out.append(separator).append(indent).append("  ");
            value(item, indent + "  ");
            separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : indent + "]");
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
