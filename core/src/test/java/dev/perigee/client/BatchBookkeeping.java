package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.Outcome;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Compares what a batch of {@link Counting} calls says with how many times each has run. */
final class BatchBookkeeping {

    private BatchBookkeeping() {}

    /**
     * Success ran once, not executed never, unknown at most once.
     *
     * @param runs the number in the key of a call, null if there is none
     * @return how many calls do not know whether they ran
     */
    static int assertTrue(List<Outcome<Long>> outcomes, IntFunction<@Nullable Object> runs) {
        int unknown = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Object ran = runs.apply(i);
            if (outcomes.get(i) instanceof Outcome.Failure<Long> failure) {
                if (failure.error() instanceof ScriptNotExecutedException) {
                    assertThat(ran).isNull();
                } else {
                    assertThat(failure.error()).isInstanceOf(ScriptOutcomeUnknownException.class);
                    assertThat(ran).isIn("1", null);
                    unknown++;
                }
            } else {
                assertThat(ran).isEqualTo("1");
            }
        }
        return unknown;
    }
}
