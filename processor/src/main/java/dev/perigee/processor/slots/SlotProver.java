package dev.perigee.processor.slots;

import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows, refutes, or leaves open that the keys of a call share a slot.
 *
 * <p>Keys share it if they hash the same expression. What a value could do to that is left to {@link Guard}s, and only
 * where it could: if all keys are the same up to the end of their tags, a brace in a value moves all tags alike.
 */
public final class SlotProver {

    private final List<HashedText> texts;
    private final Set<Guard> guards = new LinkedHashSet<>();

    private SlotProver(List<HashedText> texts) {
        this.texts = texts;
    }

    /** The proof for a method's keys. */
    public static SlotProof prove(List<Key> keys) {
        boolean many = keys.stream().anyMatch(Key::isMany);
        boolean same = keys.stream().map(Key::parts).distinct().count() <= 1;
        if (same && !many) {
            return new SlotProof.Proved(List.of());
        }
        return new SlotProver(keys.stream().map(HashedText::of).toList()).prove(keys, keys.size());
    }

    /** Whether a key has a hash tag, so that what is put behind it stays in its slot. */
    public static boolean isTagged(Key key) {
        return HashedText.of(key).tagged();
    }

    /** Whether nothing is known of a key, not even whether it has a hash tag. */
    public static boolean isFree(Key key) {
        return HashedText.of(key).isFree();
    }

    private SlotProof prove(List<Key> keys, int count) {
        int reference = reference();
        Key unknown = null;
        for (int i = 0; i < count; i++) {
            HashedText text = texts.get(i);
            boolean asReference = text.hashed().equals(texts.get(reference).hashed());
            if (asReference && !text.variesWithin()) {
                continue;
            }
            if (text.isFree()) {
                unknown = unknown == null ? keys.get(i) : unknown;
            } else {
                return new SlotProof.Refuted(text.variesWithin() ? i : reference, i);
            }
        }
        if (unknown != null) {
            return new SlotProof.Unknown(unknown);
        }
        addGuards();
        return new SlotProof.Proved(List.copyOf(guards));
    }

    /** The first key that something is known about. */
    private int reference() {
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isFree()) {
                return i;
            }
        }
        return 0;
    }

    private void addGuards() {
        List<HashedText> tagged = texts.stream().filter(HashedText::tagged).toList();
        if (tagged.isEmpty()) {
            return;
        }
        boolean allTagged = tagged.size() == texts.size();
        boolean samePrefix = tagged.stream().map(HashedText::prefix).distinct().count() == 1
                && tagged.get(0).prefix().stream()
                        .noneMatch(part -> part instanceof KeyPart.Value value && value.list());
        HashedText first = tagged.get(0);
        if (allTagged && samePrefix) {
            if (HashedText.freeValues(first.prefix()).isEmpty()) {
                guardTag(first.hashed());
            } else {
                guards.add(new Guard.Text(upToTag(first.prefix(), first.hashed())));
            }
            return;
        }
        for (HashedText text : texts) {
            if (text.tagged()) {
                HashedText.freeValues(text.prefix()).forEach(value -> guards.add(new Guard.BeforeTag(value)));
            } else {
                HashedText.freeValues(text.hashed()).forEach(value -> guards.add(new Guard.Bare(value)));
            }
        }
        guardTag(first.hashed());
    }

    private void guardTag(List<KeyPart> tag) {
        int leading = 0;
        while (leading < tag.size()
                && tag.get(leading) instanceof KeyPart.Value value
                && value.kind().isFree()) {
            leading++;
        }
        if (leading > 1) {
            guards.add(new Guard.Text(upToTag(List.of(), tag)));
        } else if (leading == 1) {
            KeyPart.Value value = (KeyPart.Value) tag.get(0);
            guards.add(tag.size() == 1 ? new Guard.Tag(value) : new Guard.TagStart(value));
        }
    }

    private static List<KeyPart> upToTag(List<KeyPart> prefix, List<KeyPart> tag) {
        List<KeyPart> parts = new ArrayList<>(prefix);
        enclose(parts, "{", tag, "}");
        return parts;
    }

    /** The parts between two texts, with texts that meet joined. */
    static List<KeyPart> enclosed(String before, List<KeyPart> tag, String behind) {
        List<KeyPart> parts = new ArrayList<>();
        enclose(parts, before, tag, behind);
        return parts;
    }

    private static void enclose(List<KeyPart> parts, String before, List<KeyPart> tag, String behind) {
        addText(parts, before);
        tag.forEach(part -> {
            if (part instanceof KeyPart.Text text) {
                addText(parts, text.text());
            } else {
                parts.add(part);
            }
        });
        addText(parts, behind);
    }

    private static void addText(List<KeyPart> parts, String text) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last) instanceof KeyPart.Text before) {
            parts.set(last, new KeyPart.Text(before.text() + text));
        } else {
            parts.add(new KeyPart.Text(text));
        }
    }
}
