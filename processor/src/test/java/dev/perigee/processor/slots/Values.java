package dev.perigee.processor.slots;

import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import io.lettuce.core.cluster.SlotHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of one call.
 *
 * @param texts those of single values, by name
 * @param lists those of lists, by name
 */
record Values(Map<String, String> texts, Map<String, List<String>> lists) {

    String text(KeyPart.Value value) {
        return Objects.requireNonNull(texts.get(value.name()), value.name());
    }

    List<String> list(KeyPart.Value value) {
        return Objects.requireNonNull(lists.get(value.name()), value.name());
    }

    /** Text without a list in it. */
    String text(List<KeyPart> parts) {
        return text(parts, "");
    }

    private String text(List<KeyPart> parts, String element) {
        StringBuilder text = new StringBuilder();
        for (KeyPart part : parts) {
            if (part instanceof KeyPart.Text literal) {
                text.append(literal.text());
            } else {
                KeyPart.Value value = (KeyPart.Value) part;
                text.append(value.list() ? element : text(value));
            }
        }
        return text.toString();
    }

    /** The keys as Redis gets them. */
    List<String> keys(List<Key> keys) {
        return keys.stream().flatMap(this::keys).toList();
    }

    private Stream<String> keys(Key key) {
        return key.values().stream()
                .filter(KeyPart.Value::list)
                .findFirst()
                .map(list -> list(list).stream().map(element -> text(key.parts(), element)))
                .orElseGet(() -> Stream.of(text(key.parts())));
    }

    /** Whether Redis Cluster takes these keys in one call. */
    static boolean shareSlot(List<String> keys) {
        return keys.stream()
                        .map(key -> SlotHash.getSlot(key.getBytes(StandardCharsets.UTF_8)))
                        .collect(Collectors.toSet())
                        .size()
                <= 1;
    }
}
