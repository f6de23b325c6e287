package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
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
        String reply = "*1\r\n-SOLD_OUT none left\r\n";
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

    private List<Long> read(Function<ScriptErrorException, Exception> raised, String reply) {
        ScriptCall<List<Long>> call = new ScriptCall<>() {
            @Override
            public Script script() {
                return SCRIPT;
            }

            @Override
            public List<Long> readReply(ReplyReader reader) {
                return reader.asList(ReplyReader::asLong);
            }

            @Override
            public Exception raised(ScriptErrorException error) {
                return raised.apply(error);
            }
        };
        return decoding.read(call, new LoneCommand(call).decode(reply));
    }

    private static String error(String text) {
        return "-" + text + "\r\n";
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
