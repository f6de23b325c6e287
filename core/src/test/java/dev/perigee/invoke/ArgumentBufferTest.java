package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.error.ScriptArgumentException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentBufferTest {

    private static final EnumConstants<TimeUnit> CODES =
            EnumConstants.of(TimeUnit.values(), "ns", "us", "ms", "s", "m", "h", "d");
    private static final JsonType<List<String>> STRINGS = new JsonType<>() {};
    private static final UUID ID = UUID.fromString("123E4567-E89B-12D3-A456-426614174000");

    private final ArgumentBuffer argv = new ArgumentBuffer(Frames.SCRIPT, Everything.INSTANCE);

    /** Encodes URIs by their text, and JSON as what it is given. */
    private enum Everything implements Codecs, JsonCodec {
        INSTANCE;

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable ArgEncoder<T> encoder(Class<T> type) {
            return type == URI.class ? (ArgEncoder<T>) ArgEncoder.<URI>text(URI::toString) : null;
        }

        @Override
        public <T> @Nullable ReplyDecoder<T> decoder(Class<T> type) {
            return null;
        }

        @Override
        public JsonCodec json() {
            return this;
        }

        @Override
        public byte[] encode(Object value, Type type) {
            return (value + " of " + type.getTypeName()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] json, Type type) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void addsTexts() {
        argv.add("grün").add(CharBuffer.wrap("star")).add('a').add(Character.valueOf('b'));
        argv.add(new byte[] {'o', 'k'})
                .add(TimeUnit.DAYS)
                .add(TimeUnit.DAYS, CODES)
                .add(ID);
        assertSent("grün", "star", "a", "b", "ok", "DAYS", "d", "123e4567-e89b-12d3-a456-426614174000");
    }

    @Test
    void addsNumbers() {
        argv.add(1).add(Long.MIN_VALUE).add(Long.valueOf(2)).add(Integer.valueOf(-3));
        argv.add(Short.valueOf((short) 4)).add(Byte.valueOf((byte) 5));
        argv.add(0.1).add(Double.valueOf(1e300)).add(0.1f).add(Float.valueOf(2));
        argv.add(true).add(Boolean.FALSE);
        argv.add(new BigDecimal("1.50")).add(BigInteger.TWO);
        assertSent("1", "-9223372036854775808", "2", "-3", "4", "5", "0.1", "1e300", "0.1", "2", "1", "0", "1.50", "2");
    }

    @Test
    void addsTimesInTheirUnitRoundedUp() {
        argv.add(Duration.ofMillis(1500), ChronoUnit.SECONDS).add(Duration.ofMillis(1500), ChronoUnit.MILLIS);
        argv.add(Instant.ofEpochMilli(1500), ChronoUnit.SECONDS);
        assertSent("2", "1500", "2");
    }

    @Test
    void addsWhatEncodersMakeOfValues() {
        argv.add(new int[] {1, 2}, cents -> new byte[] {(byte) ('0' + cents.length)});
        argv.addRegistered(URI.create("redis://r1"), URI.class).addJson(List.of("a"), STRINGS);
        assertSent("2", "redis://r1", "[a] of java.util.List<java.lang.String>");
    }

    @Test
    void addsWhatIsPresentOrWhatStandsForNone() {
        argv.addOptional(Optional.of("a"), "-", ArgumentBuffer::add).addOptional(Optional.empty(), "-", this::never);
        argv.addOptional(OptionalInt.of(1), "-").addOptional(OptionalInt.empty(), "");
        argv.addOptional(OptionalLong.of(2), "-").addOptional(OptionalLong.empty(), "nil");
        argv.addOptional(OptionalDouble.of(0.5), "-").addOptional(OptionalDouble.empty(), "0");
        argv.addNullable("b", "-", ArgumentBuffer::add).addNullable(null, "-", this::never);
        assertSent("a", "-", "1", "", "2", "nil", "0.5", "0", "b", "-");
    }

    private void never(ArgumentBuffer buffer, Object value) {
        throw new AssertionError(value);
    }

    @Test
    void keepsNothingOfTheCallers() {
        byte[] image = {'a'};
        StringBuilder text = new StringBuilder("b");
        byte[] encoded = {'c'};
        argv.add(image).add(text).add("x", value -> encoded);
        image[0] = 'x';
        text.setLength(0);
        encoded[0] = 'x';
        assertSent("a", "b", "c");
    }

    @Test
    void mayBeWrittenManyTimes() {
        argv.add("a").add(1);
        assertSent("a", "1");
        assertSent("a", "1");
    }

    static Stream<Consumer<ArgumentBuffer>> nulls() {
        return Stream.of(
                argv -> argv.add((String) null),
                argv -> argv.add((CharSequence) null),
                argv -> argv.add((Character) null),
                argv -> argv.add((byte[]) null),
                argv -> argv.add((Long) null),
                argv -> argv.add((Integer) null),
                argv -> argv.add((Short) null),
                argv -> argv.add((Byte) null),
                argv -> argv.add((Double) null),
                argv -> argv.add((Float) null),
                argv -> argv.add((Boolean) null),
                argv -> argv.add((BigDecimal) null),
                argv -> argv.add((BigInteger) null),
                argv -> argv.add((Enum<?>) null),
                argv -> argv.add((TimeUnit) null, CODES),
                argv -> argv.add((UUID) null),
                argv -> argv.add((Duration) null, ChronoUnit.SECONDS),
                argv -> argv.add((Instant) null, ChronoUnit.SECONDS),
                argv -> argv.add((URI) null, ArgEncoder.text(URI::toString)),
                argv -> argv.addRegistered(null, URI.class),
                argv -> argv.addJson(null, STRINGS),
                argv -> argv.addOptional((Optional<String>) null, "", ArgumentBuffer::add),
                argv -> argv.addOptional((OptionalInt) null, ""),
                argv -> argv.addOptional((OptionalLong) null, ""),
                argv -> argv.addOptional((OptionalDouble) null, ""),
                argv -> argv.addAll((List<String>) null, true, ArgumentBuffer::add),
                argv -> argv.addAll((String[]) null, true, ArgumentBuffer::add),
                argv -> argv.addAll((int[]) null, true),
                argv -> argv.addAll((long[]) null, true),
                argv -> argv.addAll((double[]) null, true),
                argv -> argv.<String, String>addEntries(null, true, ArgumentBuffer::add, ArgumentBuffer::add),
                argv -> argv.addRecord((String) null, ArgumentBuffer::add));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void refusesNullByName(Consumer<ArgumentBuffer> adder) {
        assertRefused(() -> adder.accept(argv.name("price")), "price is null");
    }

    @Test
    void refusesWhatIsNoFiniteNumber() {
        argv.name("price");
        assertRefused(() -> argv.add(Double.NaN), "price is NaN, but only finite numbers are sent");
        assertRefused(() -> argv.add(Double.valueOf(Double.NEGATIVE_INFINITY)), "price is -Infinity");
        assertRefused(() -> argv.add(Float.POSITIVE_INFINITY), "price is Infinity");
        assertRefused(() -> argv.add(Float.valueOf(Float.NaN)), "price is NaN");
        assertRefused(() -> argv.addOptional(OptionalDouble.of(Double.NaN), ""), "price is NaN");
        assertRefused(() -> argv.addAll(new double[] {1, Double.NaN}, true), "price[2] is NaN");
    }

    @Test
    void refusesTimesThatDoNotFit() {
        argv.name("due");
        assertRefused(
                () -> argv.add(Duration.ofSeconds(Long.MAX_VALUE), ChronoUnit.MILLIS),
                "due is too long to be counted in Millis");
        assertRefused(() -> argv.add(Instant.MAX, ChronoUnit.NANOS), "due is too far from 1970 to be counted in Nanos");
    }

    @Test
    void saysWhatAnEncoderThrew() {
        IllegalStateException boom = new IllegalStateException("no rate for EUR");
        argv.name("price");
        assertThatThrownBy(() -> argv.add("x", value -> {
                    throw boom;
                }))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage("Sale.buy: price could not be encoded: java.lang.IllegalStateException: no rate for EUR"
                        + " (sale/buy.lua)")
                .hasCause(boom);
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesAnEncodersNull() {
        argv.name("price");
        assertRefused(() -> argv.add("x", value -> null), "price could not be encoded: its encoder returned null");
    }

    @Test
    void saysWhatIsNotRegistered() {
        ArgumentBuffer bare = new ArgumentBuffer(Frames.SCRIPT, NoCodecs.INSTANCE).name("price");
        assertRefused(
                () -> bare.addRegistered(URI.create("a"), URI.class),
                "price cannot be encoded: no encoder is registered for java.net.URI");
        assertRefused(() -> bare.addJson(List.of(), STRINGS), "price cannot be encoded: the client has no JSON codec");
    }

    private void assertSent(String... expected) {
        assertThat(Frames.sent(argv)).containsExactly(expected);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable adder, String problem) {
        assertThatThrownBy(adder)
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessageStartingWith("Sale.buy: " + problem)
                .hasMessageEndingWith("(sale/buy.lua)");
    }
}
