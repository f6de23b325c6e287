package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumeralsTest {

    private final Random random = new Random(20);

    @Test
    void readsDoublesAsJavaDoes() {
        for (int i = 0; i < 50_000; i++) {
            String text = decimal();
            assertThat(Double.doubleToRawLongBits(parse(text)))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
        assertThat(Double.doubleToRawLongBits(parse("-0"))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Double.doubleToRawLongBits(parse("-0.00"))).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void readsWhatItsOwnWritingOfDoublesSays() {
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(parse(Double.toString(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void readsDecimalsAsJavaDoes() {
        for (int i = 0; i < 20_000; i++) {
            byte[] text = bytes(decimal());
            assertThat(Numerals.parseBigDecimal(text, 0, text.length))
                    .isEqualTo(new BigDecimal(new String(text, StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void readsFromTheMiddleOfWhatWasRecorded() {
        byte[] text = bytes("12-34.5678");
        assertThat(Numerals.parseLong(text, 2, 5)).isEqualTo(-34);
        assertThat(Numerals.parseDouble(text, 3, 8)).isEqualTo(34.56);
        assertThat(Numerals.isWhole(text, 3, 6)).isFalse();
    }

    private String decimal() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        digits(text, 1 + random.nextInt(12));
        if (random.nextInt(3) > 0) {
            digits(text.append('.'), random.nextInt(12));
        }
        if (random.nextInt(5) == 0) {
            text.append(random.nextBoolean() ? "e-" : "E").append(random.nextInt(30));
        }
        return text.toString();
    }

    private void digits(StringBuilder text, int count) {
        random.ints(count, 0, 10).forEach(text::append);
    }

    private static double parse(String text) {
        byte[] bytes = bytes(text);
        return Numerals.parseDouble(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
