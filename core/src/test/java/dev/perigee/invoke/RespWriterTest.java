package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.SlotHash;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespWriterTest {

    private static final long SEED = 20_260_101;

    private final ByteBuf out = Unpooled.buffer(1);
    private final RespWriter writer = new RespWriter().reset(out);

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                9,
                10,
                11,
                99,
                100,
                1_000_000_000_000L,
                -1,
                -9,
                -10,
                -99,
                -100,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE + 1,
                Long.MIN_VALUE
            })
    void writesIntegersAsDigits(long value) {
        writer.add(value);
        assertThat(written()).isEqualTo(bulk(Long.toString(value)));
    }

    @Test
    void writesAnyIntegerAsJavaPrintsIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            writer.reset(out.clear());
            writer.add(value);
            assertThat(written()).isEqualTo(bulk(Long.toString(value)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "moon", "grün", "月", "🌙 and ☾", "\r\n\0", "\uD83C", "a\uDF19b", "\uDF19\uD83C", "\u0141"})
    void writesStringsInUtf8WithTheirLengthInBytes(String value) {
        writer.add(value);
        assertThat(bytes()).isEqualTo(bulk(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesAnyStringAsJavaEncodesIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            char[] chars = new char[random.nextInt(20)];
            for (int j = 0; j < chars.length; j++) {
                chars[j] = (char) (random.nextBoolean() ? random.nextInt(0x80) : 0xD700 + random.nextInt(0x1000));
            }
            String value = new String(chars);
            writer.reset(out.clear());
            writer.add(value);
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes()).isEqualTo(bulk(utf8));
        }
    }

    @Test
    void writesTheLengthOfAnyString() {
        for (int length = 0; length < 1200; length++) {
            String value = "x".repeat(length);
            KeyTemplate template = KeyTemplate.of("", "");
            writer.reset(out.clear());
            writer.add(value);
            writer.add(value.getBytes(StandardCharsets.UTF_8));
            writer.add(template, value);
            assertThat(written()).isEqualTo(bulk(value).repeat(3));
        }
    }

    /** The lower half of the last one is that of an A. */
    @ParameterizedTest
    @ValueSource(strings = {"", "moon", "gr\u00fcn", "\u6708", "\uD83C\uDF19", "\uD83C", "Moon \u0141"})
    void writesKeysOfTemplatesInUtf8(String value) {
        byte[] one = ("sale:{" + value + "}:\u2713").getBytes(StandardCharsets.UTF_8);
        byte[] two = ("sale:{moon:" + value + "}").getBytes(StandardCharsets.UTF_8);
        byte[] three = ("sale:{" + value + ":moon}").getBytes(StandardCharsets.UTF_8);
        KeyTemplate pair = KeyTemplate.of("sale:{", ":", "}");
        writer.add(KeyTemplate.of("sale:{", "}:\u2713"), value);
        writer.add(pair, "moon", value);
        writer.add(pair, value, "moon");
        writer.begin(pair).part(value).part("moon");
        assertThat(written())
                .isEqualTo(latin1(bulk(one)) + latin1(bulk(two)) + latin1(bulk(three)) + latin1(bulk(three)));
        assertThat(writer.written()).isEqualTo(4);
    }

    /** The array is passed on in between, also within a surrogate pair if nobody takes care. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "月", "🌙", "a🌙", "\uD83C"})
    void writesLargeValuesPieceByPiece(String unit) {
        String value = unit.repeat(10_000);
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        ArgumentBuffer buffer =
                new ArgumentBuffer(Frames.SCRIPT, NoCodecs.INSTANCE).add(value).add(1);
        writer.add("before");
        writer.add(value);
        writer.add("between");
        writer.add(utf8);
        writer.add(buffer);
        writer.add("after");

        byte[] sent = bytes();
        String expected = bulk("before")
                + latin1(bulk(utf8))
                + bulk("between")
                + latin1(bulk(utf8))
                + latin1(bulk(utf8))
                + bulk("1")
                + bulk("after");
        assertThat(latin1(sent)).isEqualTo(expected);
        assertThat(writer.written()).isEqualTo(7);
    }

    @Test
    void writesManySmallValues() {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            writer.add(i);
            expected.append(bulk(Integer.toString(i)));
        }
        assertThat(written()).isEqualTo(expected.toString());
    }

    @Test
    void writesAnyDoubleAndFloatAsTheShortestDecimal() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            double value = switch (i % 4) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextInt() / 100.0;
                case 2 -> (random.nextLong() >> random.nextInt(64)) / Math.pow(10, random.nextInt(20));
                default -> random.nextGaussian();
            };
            writer.reset(out.clear());
            writer.add(value);
            writer.add((float) value);
            assertThat(written()).isEqualTo(bulk(ShortestDecimal.of(value)) + bulk(ShortestDecimal.of((float) value)));
        }
    }

    @Test
    void writesAnyUuidInItsUsualForm() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            UUID value = new UUID(random.nextLong(), random.nextLong());
            writer.reset(out.clear());
            writer.add(value);
            assertThat(written()).isEqualTo(bulk(value.toString()));
        }
    }

    @Test
    void beginsAnewAfterACallThatFailed() {
        writer.add("lost");
        writer.begin(KeyTemplate.of("a", "b")).part("half");
        writer.begin(KeyTemplate.of("never", "ended"));
        writer.reset(out.clear()).add("kept");
        assertThat(written()).isEqualTo(bulk("kept"));
        assertThat(writer.written()).isOne();
    }

    @Test
    void writesLoneSurrogatesAsTheSlotIsComputed() {
        String key = "{\uD83C}:stock";
        writer.add(key);
        byte[] frame = bytes();
        byte[] sent = java.util.Arrays.copyOfRange(frame, frame.length - 11, frame.length - 2);
        assertThat(SlotHash.getSlot(sent)).isEqualTo(SlotHash.getSlot(key.getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(sent, StandardCharsets.UTF_8)).isEqualTo("{?}:stock");
    }

    @Test
    void writesBytesAsTheyAre() {
        byte[] value = {0, -1, '\r', '\n'};
        writer.add(value);
        assertThat(bytes()).isEqualTo(bulk(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1.50, 1.50",
        "-0.1, -0.1",
        "1E+3, 1000",
        "1E+18, 1000000000000000000",
        "1E+20, 100000000000000000000",
        "1E+21, 1E+21",
        "-12E+400, -1.2E+401",
        "1E+2147483647, 1E+2147483647",
        "1E-20, 0.00000000000000000001",
        "1E-22, 1E-22",
        "1E-2147483647, 1E-2147483647",
        "123456789012345678901234567890.123456789012345678901234567890, "
                + "123456789012345678901234567890.123456789012345678901234567890",
    })
    void writesDecimalsPlainUnlessThatWouldBeMostlyZeros(BigDecimal value, String expected) {
        writer.add(value);
        assertThat(written()).isEqualTo(bulk(expected));
    }

    @Test
    void writesAsManyDigitsAsAnIntegerHas() {
        BigInteger value = BigInteger.TEN.pow(100).negate();
        writer.add(value);
        assertThat(written()).isEqualTo(bulk("-1" + "0".repeat(100)));
    }

    @Test
    void writesACharacterAndNotItsNumber() {
        writer.add('a');
        writer.add('月');
        writer.add('\uD83C');
        byte[] expected = (bulk("a") + "$3\r\n月\r\n" + bulk("?")).getBytes(StandardCharsets.UTF_8);
        assertThat(bytes()).isEqualTo(expected);
    }

    @Test
    void countsTheArgumentsOfABuffer() {
        ArgumentBuffer buffer = new ArgumentBuffer(
                Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 0, 0, "return 1"), NoCodecs.INSTANCE);
        writer.add("first");
        writer.add(buffer);
        assertThat(writer.written()).isEqualTo(1);
        buffer.name("rest").add(1).add("two");
        writer.add(buffer);
        writer.add(buffer);
        assertThat(writer.written()).isEqualTo(5);
        assertThat(written()).isEqualTo(bulk("first") + bulk("1") + bulk("two") + bulk("1") + bulk("two"));
    }

    @Test
    void writesOtherTypesAsText() {
        writer.add(true);
        writer.add(false);
        writer.add(TimeUnit.SECONDS);
        writer.add(UUID.fromString("123E4567-E89B-12D3-A456-426614174000"));
        writer.add(0.1);
        writer.add(0.1f);
        assertThat(written())
                .isEqualTo(bulk("1")
                        + bulk("0")
                        + bulk("SECONDS")
                        + bulk("123e4567-e89b-12d3-a456-426614174000")
                        + bulk("0.1")
                        + bulk("0.1"));
        assertThat(writer.written()).isEqualTo(6);
    }

    private byte[] bytes() {
        writer.finish();
        byte[] bytes = new byte[out.readableBytes()];
        out.getBytes(out.readerIndex(), bytes);
        return bytes;
    }

    private String written() {
        return latin1(bytes());
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String bulk(String ascii) {
        return "$" + ascii.length() + "\r\n" + ascii + "\r\n";
    }

    private static byte[] bulk(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        return bulk(text).getBytes(StandardCharsets.ISO_8859_1);
    }
}
