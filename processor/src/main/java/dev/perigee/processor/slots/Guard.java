package dev.perigee.processor.slots;

import dev.perigee.processor.model.KeyPart;
import java.util.List;

/** What must hold of a call's values, so that a proof holds. */
public sealed interface Guard {

    /**
     * The value is a whole hash tag: it is not empty, and does not begin with a closing brace, which would end the tag
     * before its first character.
     */
    record Tag(KeyPart.Value value) implements Guard {}

    /** The value begins a hash tag that has more in it: it does not begin with a closing brace. */
    record TagStart(KeyPart.Value value) implements Guard {}

    /** The value stands before the hash tag: it has no opening brace, which would begin the tag there. */
    record BeforeTag(KeyPart.Value value) implements Guard {}

    /** The value is hashed in a key without a tag, and in a tag in another: it has no braces. */
    record Bare(KeyPart.Value value) implements Guard {}

    /**
     * The text, put together from several values, has a hash tag that is not empty.
     *
     * @param parts the text, up to and with the closing brace
     */
    record Text(List<KeyPart> parts) implements Guard {

        public Text {
            parts = List.copyOf(parts);
        }
    }
}
