package dev.perigee.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scripts could not be loaded on every server in advance. Calls still load what is missing. */
public final class ScriptLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 10;

    /** Not serializable in all implementations, and a record of one moment: not kept over serialization. */
    private final transient List<String> failures;

    /**
     * @param failures one line for each server that was not reached, and for each script that another one did not take
     * @param cause what made the first one fail
     */
    public ScriptLoadException(List<String> failures, @Nullable Throwable cause) {
        super(message(failures), cause);
        this.failures = List.copyOf(failures);
    }

    /** A line for each server that was not reached, and for each script that another one did not take. */
    public List<String> failures() {
        return failures;
    }

    private static String message(List<String> failures) {
        StringBuilder message = new StringBuilder("Scripts could not be loaded:");
        failures.stream()
                .limit(MOST_SHOWN)
                .forEach(failure -> message.append("\n  ").append(failure));
        if (failures.size() > MOST_SHOWN) {
            message.append("\n  …");
        }
        return message.toString();
    }
}
