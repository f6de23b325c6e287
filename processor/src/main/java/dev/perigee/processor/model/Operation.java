package dev.perigee.processor.model;

import dev.perigee.lua.assembly.RecordingScript;
import java.util.ArrayList;
import java.util.List;
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
        return new Operation(new KeyPart.Value(MADE, List.of(), KeyPart.Kind.TEXT, false), false, script);
    }

    /** Whether a value is the id that the caller passes. */
    public boolean isGiven(KeyPart.Value value) {
        return given && id.equals(value);
    }

    /**
     * The key that the reply of a method is kept under.
     *
     * @param before what stands before the id
     */
    public Key key(List<KeyPart> before, ScriptMethod method) {
        StringBuilder text = new StringBuilder();
        for (KeyPart part : before) {
            text.append(part instanceof KeyPart.Text literal ? literal.text() : "#" + ((KeyPart.Value) part).name());
        }
        List<KeyPart> parts = new ArrayList<>(before);
        parts.add(id);
        return new Key(
                text.append(given ? "#" + id.name() : MADE).toString(),
                parts,
                method.declaration().place());
    }
}
