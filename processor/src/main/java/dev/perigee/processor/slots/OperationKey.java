package dev.perigee.processor.slots;

import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import dev.perigee.processor.model.Operation;
import dev.perigee.processor.model.ScriptMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key that an exactly-once method keeps its reply under: {@code perigee:once:{tag}:file:id}. Its hash tag is what the
 * method's own keys hash, so that it shares their slot.
 */
public final class OperationKey {

    private static final String PREFIX = "perigee:once:{";

    private OperationKey() {}

    /** The operation key; empty if the method has none, or if it is not proved which slot it belongs into. */
    public static Optional<Key> of(ScriptMethod method) {
        Operation operation = method.operation();
        BoundScript script = method.script();
        if (operation == null || script == null || !(SlotProver.prove(method.keys()) instanceof SlotProof.Proved)) {
            return Optional.empty();
        }
        return tag(method.keys())
                .map(tag -> operation.key(SlotProver.enclosed(PREFIX, tag, "}:" + script.path() + ":"), method));
    }

    /** The keys that a call sends: the script's own, and the operation key behind them if it has one. */
    public static List<Key> andOthers(ScriptMethod method) {
        List<Key> keys = new ArrayList<>(method.keys());
        of(method).ifPresent(keys::add);
        return keys;
    }

    /** What a key hashes that something is known about, a key with a tag before one without. */
    private static Optional<List<KeyPart>> tag(List<Key> keys) {
        List<HashedText> texts = keys.stream()
                .map(HashedText::of)
                .filter(text -> !text.isFree() && !text.variesWithin())
                .toList();
        return texts.stream()
                .filter(HashedText::tagged)
                .findFirst()
                .or(() -> texts.stream().filter(OperationKey::hasNoBrace).findFirst())
                .map(HashedText::hashed);
    }

    private static boolean hasNoBrace(HashedText text) {
        return text.hashed().stream()
                .filter(KeyPart.Text.class::isInstance)
                .map(part -> ((KeyPart.Text) part).text())
                .noneMatch(literal -> literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0);
    }
}
