package dev.perigee.processor.model;

import dev.perigee.processor.diagnostics.JavaPlace;
import java.util.List;

/**
 * A key of a method, or several of one shape if a list is in it.
 *
 * @param text as users wrote it; the parameter's name for a key that is its whole value
 * @param parts what it is put together from
 * @param place its annotation
 */
public record Key(String text, List<KeyPart> parts, JavaPlace place) {

    public Key {
        parts = List.copyOf(parts);
    }

    /** The values in it. */
    public List<KeyPart.Value> values() {
        return parts.stream()
                .filter(KeyPart.Value.class::isInstance)
                .map(KeyPart.Value.class::cast)
                .toList();
    }

    /** Whether a list gives it one key for each element. */
    public boolean isMany() {
        return values().stream().anyMatch(KeyPart.Value::list);
    }
}
