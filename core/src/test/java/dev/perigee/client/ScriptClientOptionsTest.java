package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.codec.ReplyValue;
import io.lettuce.core.ReadFrom;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptClientOptionsTest {

    private final ScriptClientOptions defaults = ScriptClientOptions.defaults();

    private enum Json implements JsonCodec {
        INSTANCE;

        @Override
        public byte[] encode(Object value, Type type) {
            return new byte[0];
        }

        @Override
        public Object decode(byte[] json, Type type) {
            return "";
        }
    }

    @Test
    void nothingIsRegisteredByDefault() {
        assertThat(defaults.codecs().encoder(URI.class)).isNull();
        assertThat(defaults.codecs().decoder(URI.class)).isNull();
        assertThat(defaults.codecs().json()).isNull();
        assertThat(defaults.staleScripts()).isEqualTo(StaleScripts.WARN);
        assertThat(defaults.maxInFlight()).isEqualTo(1024);
        assertThat(defaults)
                .hasToString("ScriptClientOptions[staleScripts=WARN, maxInFlight=1024, flushConsolidation=true,"
                        + " spin=PT0S, readFrom=null, killOnTimeout=false, codecs=[]]");
    }

    @Test
    void eachSettingLeavesTheOthersAndTheOriginalAsTheyWere() {
        ArgEncoder<URI> encoder = ArgEncoder.text(URI::toString);
        ReplyDecoder<URI> decoder = reply -> URI.create(reply.asString());
        ScriptClientOptions options = defaults.withEncoder(URI.class, encoder)
                .withDecoder(URI.class, decoder)
                .withJson(Json.INSTANCE)
                .withMaxInFlight(1)
                .withFlushConsolidation(false)
                .withSpin(Duration.ofNanos(50_000))
                .withReadFrom(ReadFrom.REPLICA)
                .withKillOnTimeout(true)
                .withStaleScripts(StaleScripts.FAIL);
        assertThat(options.codecs().encoder(URI.class)).isSameAs(encoder);
        assertThat(options.codecs().decoder(URI.class)).isSameAs(decoder);
        assertThat(options.codecs().json()).isSameAs(Json.INSTANCE);
        assertThat(options.maxInFlight()).isEqualTo(1);
        assertThat(options.staleScripts()).isEqualTo(StaleScripts.FAIL);
        assertThat(options)
                .hasToString("ScriptClientOptions[staleScripts=FAIL, maxInFlight=1, flushConsolidation=false,"
                        + " spin=PT0.00005S, readFrom=" + ReadFrom.REPLICA
                        + ", killOnTimeout=true, codecs=[URI; JSON]]");
        assertThat(options.withJson(null).codecs().json()).isNull();
        nothingIsRegisteredByDefault();
    }

    @Test
    void spinningIsLimited() {
        assertThat(defaults.withSpin(Duration.ofMillis(1)).transport().spin()).isEqualTo(Duration.ofMillis(1));
        assertThatThrownBy(() -> defaults.withSpin(Duration.ofMillis(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spin is PT0.002S, but must be from zero to PT0.001S");
        assertThatThrownBy(() -> defaults.withSpin(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codecsAreForExactlyTheirType() {
        ArgEncoder<Number> numbers = ArgEncoder.text(Number::toString);
        ReplyDecoder<BigDecimal> decimals = reply -> BigDecimal.valueOf(reply.asDouble());
        ScriptClientOptions options =
                defaults.withEncoder(BigDecimal.class, numbers).withDecoder(Number.class, decimals);
        assertThat(options.codecs().encoder(BigDecimal.class)).isSameAs(numbers);
        assertThat(options.codecs().encoder(BigInteger.class)).isNull();
        assertThat(options.codecs().encoder(Number.class)).isNull();
        assertThat(options.codecs().decoder(Number.class)).isSameAs(decimals);
        assertThat(options.codecs().decoder(BigDecimal.class)).isNull();
    }

    @Test
    void aLaterCodecTakesThePlaceOfAnEarlierOne() {
        ReplyDecoder<String> later = ReplyValue::asString;
        ScriptClientOptions options =
                defaults.withDecoder(String.class, reply -> "earlier").withDecoder(String.class, later);
        assertThat(options.codecs().decoder(String.class)).isSameAs(later);
    }

    @Test
    void atLeastOneCallIsInFlight() {
        assertThatThrownBy(() -> defaults.withMaxInFlight(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxInFlight is 0, but must be at least 1");
    }
}
