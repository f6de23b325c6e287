package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the errors of servers and scripts. */
class ReplyDecodingTest {

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "a".repeat(40), 0, 0, "return 1");

    private final ReplyDecoding decoding = new ReplyDecoding(new None());

    @Test
    void throwsTheServersErrorWhereItIsNotDeclared() {
        assertThatThrownBy(() -> read(error -> error, error("SOLD_OUT none left")))
                .isInstanceOfSatisfying(
                        ScriptErrorException.class, e -> assertThat(e.code()).isEqualTo("SOLD_OUT"));
    }

    @Test
    void throwsWhatTheCallMakesOfTheErrorEvenIfThatIsChecked() {
        assertThatThrownBy(() -> read(error -> new SoldOut(error.serverMessage()), error("SOLD_OUT none left")))
                .isInstanceOf(SoldOut.class)
                .hasMessage("none left");
    }

    @Test
    void doesSoForAnErrorWithinTheReply() {
        RecordedReply reply = new RecordedReply();
        reply.array(1);
        reply.error(ByteBuffer.wrap("SOLD_OUT none left".getBytes(StandardCharsets.US_ASCII)));
        assertThatThrownBy(() -> read(error -> new SoldOut(error.serverMessage()), reply))
                .isInstanceOf(SoldOut.class)
                .hasMessage("none left at [1] of the reply");
    }

    @Test
    void keepsTheErrorWhoseExceptionCannotBeMade() {
        IllegalStateException broken = new IllegalStateException("broken constructor");
        assertThatThrownBy(() -> read(
                        error -> {
                            throw broken;
                        },
                        error("SOLD_OUT none left")))
                .isSameAs(broken);
        assertThat(broken.getSuppressed())
                .singleElement()
                .isInstanceOf(ScriptErrorException.class)
                .hasFieldOrPropertyWithValue("serverMessage", "none left");
    }

    @Test
    void bearsThatTheErrorItselfIsThrownInsteadOfReturned() {
        assertThatThrownBy(() -> read(
                        error -> {
                            throw error;
                        },
                        error("SOLD_OUT none left")))
                .isInstanceOf(ScriptErrorException.class)
                .hasNoSuppressedExceptions();
    }

    private List<Long> read(Function<ScriptErrorException, Exception> raised, RecordedReply reply) {
        return decoding.read(
                SCRIPT,
                new ScriptCall<List<Long>>(SCRIPT) {
                    @Override
                    public List<Long> readReply(ReplyReader reader) {
                        return reader.asList(ReplyReader::asLong);
                    }

                    @Override
                    public Exception raised(ScriptErrorException error) {
                        return raised.apply(error);
                    }
                },
                reply);
    }

    private static RecordedReply error(String text) {
        RecordedReply reply = new RecordedReply();
        reply.error(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        return reply;
    }

    private static final class SoldOut extends Exception {

        private static final long serialVersionUID = 1L;

        SoldOut(String message) {
            super(message);
        }
    }

    private record None() implements Codecs {

        @Override
        public <T> @Nullable ArgEncoder<T> encoder(Class<T> type) {
            return null;
        }

        @Override
        public <T> @Nullable ReplyDecoder<T> decoder(Class<T> type) {
            return null;
        }

        @Override
        public @Nullable JsonCodec json() {
            return null;
        }
    }
}
