package dev.perigee.processor.model;

import dev.perigee.lua.assembly.RecordingScript;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes a call run once.
 *
 * @param id what tells it from others: a value that the caller passes, or one that is made for each call
 * @param given whether the caller passes it
 * @param script the script, wrapped; null if there is none that can be read
 */
public record Operation(
        KeyPart.Value id, boolean given, @Nullable RecordingScript script) {

    /** A name that no parameter can have. */
    private static final String MADE = "(operation id)";

    /** An operation of each call's own. */
    static Operation made(@Nullable RecordingScript script) {
        return new Operation(new KeyPart.Value(MADE, java.util.List.of(), KeyPart.Kind.TEXT, false), false, script);
    }

    /** Whether a value is the id that the caller passes. */
    public boolean isGiven(KeyPart.Value value) {
        return given && id.equals(value);
    }

    /** The id as users know it. */
    public String describe() {
        return Optional.of(id)
                .filter(value -> given)
                .map(value -> "#" + value.name())
                .orElse("(made for each call)");
    }
}
