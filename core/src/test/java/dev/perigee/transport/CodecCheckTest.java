package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.error.InvokerException;
import dev.perigee.error.InvokerException.Reason;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.NoCodecs;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CodecCheckTest {

    private interface Orders {}

    private enum Everything implements Codecs, JsonCodec {
        INSTANCE;

        @Override
        public <T> ArgEncoder<T> encoder(Class<T> type) {
            return ArgEncoder.text(Object::toString);
        }

        @Override
        public <T> ReplyDecoder<T> decoder(Class<T> type) {
            return reply -> type.cast(reply.asString());
        }

        @Override
        public JsonCodec json() {
            return this;
        }

        @Override
        public byte[] encode(Object value, Type type) {
            return new byte[0];
        }

        @Override
        public Object decode(byte[] json, Type type) {
            return "";
        }
    }

    private final CodecCheck none = new CodecCheck(Orders.class, NoCodecs.INSTANCE);

    @Test
    void saysHowToRegisterWhatIsMissing() {
        String name = Orders.class.getName();
        assertMissing(
                none::requireJson,
                name + " has @Json values, but its ScriptClient has no JSON codec: connect it with"
                        + " ScriptClientOptions.defaults().withJson(new JacksonJsonCodec()), of perigee-jackson, or with a"
                        + " JsonCodec of your own");
        assertMissing(
                () -> none.requireEncoder(URI.class),
                name + " passes java.net.URI, but its ScriptClient has no encoder for it: connect it with"
                        + " ScriptClientOptions.defaults().withEncoder(URI.class, ...), or name one with @Codec");
        assertMissing(
                () -> none.requireDecoder(Map.Entry.class),
                name + " returns java.util.Map.Entry, but its ScriptClient has no decoder for it: connect it with"
                        + " ScriptClientOptions.defaults().withDecoder(Entry.class, ...), or name one with @Codec");
    }

    @Test
    void isContentWithWhatIsRegistered() {
        CodecCheck all = new CodecCheck(Orders.class, Everything.INSTANCE);
        assertThatCode(() -> {
                    all.requireJson();
                    all.requireEncoder(URI.class);
                    all.requireDecoder(URI.class);
                })
                .doesNotThrowAnyException();
    }

    private static void assertMissing(ThrowingCallable require, String message) {
        assertThatThrownBy(require)
                .isInstanceOfSatisfying(InvokerException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.MISSING_CODEC);
                    assertThat(e.type()).isEqualTo(Orders.class);
                })
                .hasMessage(message);
    }
}
