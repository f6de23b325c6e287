package dev.perigee.processor.slots;

import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Redis hashes of a key: the text between its first opening brace and the first closing one after it, unless that is
 * empty; otherwise the whole key.
 *
 * @param prefix what stands before the tag; empty for a key without one
 * @param hashed what is hashed
 * @param tagged whether that is a tag
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags">Redis Cluster
 *     specification, hash tags</a>
 */
record HashedText(List<KeyPart> prefix, List<KeyPart> hashed, boolean tagged) {

    static HashedText of(Key key) {
        List<KeyPart> prefix = new ArrayList<>();
        List<KeyPart> rest = split(key.parts(), '{', prefix).orElse(List.of());
        List<KeyPart> tag = new ArrayList<>();
        boolean closed = split(rest, '}', tag).isPresent();
        return closed && !tag.isEmpty()
                ? new HashedText(prefix, tag, true)
                : new HashedText(List.of(), key.parts(), false);
    }

    /** Puts what stands before the first brace into {@code before}; gives what follows it, or nothing if there is none. */
    private static Optional<List<KeyPart>> split(List<KeyPart> parts, char brace, List<KeyPart> before) {
        for (int i = 0; i < parts.size(); i++) {
            KeyPart part = parts.get(i);
            int at = part instanceof KeyPart.Text text ? text.text().indexOf(brace) : -1;
            if (at < 0) {
                before.add(part);
                continue;
            }
            String text = ((KeyPart.Text) part).text();
            addText(before, text.substring(0, at));
            List<KeyPart> after = new ArrayList<>();
            addText(after, text.substring(at + 1));
            after.addAll(parts.subList(i + 1, parts.size()));
            return Optional.of(after);
        }
        return Optional.empty();
    }

    private static void addText(List<KeyPart> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new KeyPart.Text(text));
        }
    }

    /** Whether a list makes each of the keys hash something else. */
    boolean variesWithin() {
        return hashed.stream().anyMatch(part -> part instanceof KeyPart.Value value && value.list());
    }

    /** Whether nothing is known about the key, not even a tag that the caller may have put in. */
    boolean isFree() {
        return !tagged
                && hashed.size() == 1
                && hashed.get(0) instanceof KeyPart.Value value
                && value.kind().isFree();
    }

    static List<KeyPart.Value> freeValues(List<KeyPart> parts) {
        return parts.stream()
                .filter(KeyPart.Value.class::isInstance)
                .map(KeyPart.Value.class::cast)
                .filter(value -> value.kind().isFree())
                .toList();
    }
}
