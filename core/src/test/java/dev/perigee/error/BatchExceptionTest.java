package dev.perigee.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchExceptionTest {

    @Test
    void saysHowManyCallsFailedAndWhatTheFirstDid() {
        assertThat(batch(new IllegalStateException("sold out")))
                .hasMessage("Sale.buy: 1 of 2 calls failed, the first for element 2: sold out (sale/buy.lua)");
    }

    @Test
    void namesAnErrorWithoutAMessage() {
        assertThat(batch(new IllegalStateException()))
                .hasMessageContaining("the first for element 2: java.lang.IllegalStateException (");
    }

    private static BatchException batch(Exception error) {
        return new BatchException(
                "Sale.buy", "sale/buy.lua", List.of(new Outcome.Success<>(1L), new Outcome.Failure<Long>(error)));
    }
}
