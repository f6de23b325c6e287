package dev.perigee.error;

import dev.perigee.Outcome;
import java.util.List;

/**
 * Some calls of a method with an {@code @Each} parameter failed; the others were not affected, and their scripts have run.
 * {@link #outcomes()} says which; the cause is the first error, and up to ten others are suppressed exceptions of this one.
 */
public final class BatchException extends ScriptException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SUPPRESSED = 10;

    private final transient List<? extends Outcome<?>> outcomes;

    /**
     * @param method the called method, as {@code FlashSale.buy}
     * @param file the script's path among the resources
     * @param outcomes how each call ended, in the order of the elements; one at least has failed
     */
    public BatchException(String method, String file, List<? extends Outcome<?>> outcomes) {
        super(method, file, problem(outcomes), first(outcomes).error());
        this.outcomes = List.copyOf(outcomes);
        failures(outcomes).stream().skip(1).limit(MOST_SUPPRESSED).forEach(failure -> addSuppressed(failure.error()));
    }

    /** How each call ended, in the order of the elements. */
    public List<? extends Outcome<?>> outcomes() {
        return outcomes;
    }

    private static List<Outcome.Failure<?>> failures(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .<Outcome.Failure<?>>mapMulti((outcome, into) -> {
                    if (outcome instanceof Outcome.Failure<?> failure) {
                        into.accept(failure);
                    }
                })
                .toList();
    }

    private static Outcome.Failure<?> first(List<? extends Outcome<?>> outcomes) {
        return failures(outcomes).get(0);
    }

    private static String problem(List<? extends Outcome<?>> outcomes) {
        Outcome.Failure<?> first = first(outcomes);
        String message = first.error().getMessage();
        return failures(outcomes).size() + " of " + outcomes.size() + " calls failed, the first for element "
                + (outcomes.indexOf(first) + 1) + ": " + (message == null ? first.error() : message);
    }
}
