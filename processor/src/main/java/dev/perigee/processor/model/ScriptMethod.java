package dev.perigee.processor.model;

import dev.perigee.processor.declaration.MethodDeclaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method and its script.
 *
 * @param declaration the method, as one call has it: its parameter with {@code @Each} has the type of an element, and what
 *     Kotlin adds to a {@code suspend} function is left out
 * @param keys its keys, in the order of KEYS
 * @param arguments its arguments, in the order of ARGV
 * @param reply what its reply is read into
 * @param mode how its caller gets that
 * @param errors what errors of the script become exceptions of the application's
 * @param operation what makes its calls run once; null for others
 * @param script its script; null if there is none that can be read
 */
public record ScriptMethod(
        MethodDeclaration declaration,
        List<Key> keys,
        List<Argument> arguments,
        ReplyType reply,
        Mode mode,
        List<ErrorMapping> errors,
        @Nullable Operation operation,
        @Nullable BoundScript script) {

    public ScriptMethod {
        keys = List.copyOf(keys);
        arguments = List.copyOf(arguments);
        errors = List.copyOf(errors);
    }

    /** Whether the number of keys depends on the call. */
    public boolean keyCountVaries() {
        return keys.stream().anyMatch(Key::isMany);
    }

    /** The keys as users wrote them, numbered: {@code 1 sale:{#sku}:stock, 2 sale:{#sku}:buyers}. */
    public String describeKeys() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(i + 1)
                    .append(' ')
                    .append(keys.get(i).text());
        }
        return text.toString();
    }

    /** Which value is where in ARGV. */
    public ArgumentLayout layout() {
        return ArgumentLayout.of(arguments);
    }

    /** The arguments by name, numbered: {@code 1 userId, 2 quantity}. */
    public String describeArguments() {
        return layout().describe();
    }
}
