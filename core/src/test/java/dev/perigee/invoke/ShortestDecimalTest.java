package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {

    private static final long SEED = 20_260_101;

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, -0",
        "1.0, 1",
        "-12.0, -12",
        "0.1, 0.1",
        "-0.1, -0.1",
        "0.30000000000000004, 0.30000000000000004",
        "123456.789, 123456.789",
        "0.00001, 0.00001",
        "0.0000015, 1.5e-6",
        "9007199254740992, 9007199254740992",
        "-9007199254740992, -9007199254740992",
        "1e17, 100000000000000000",
        "1e21, 1e21",
        "1.7976931348623157E308, 1.7976931348623157e308",
        "4.9E-324, 5e-324",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "2.0E-3, 0.002",
        "5.684341886080802E-14, 5.684341886080802e-14",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf",
    })
    void printsDoubles(double value, String expected) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, -0",
        "3.0, 3",
        "16777216, 16777216",
        "1e10, 10000000000",
        "3.4028235E38, 3.4028235e38",
        "1.4E-45, 1e-45",
        "0.33333334, 0.33333334",
        "NaN, nan",
        "-Infinity, -inf",
    })
    void printsFloats(float value, String expected) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(expected);
    }

    @Test
    void readsBackAsTheSameDoubleAndNoShorterNumberDoes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            double value = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt() / 1000.0;
            if (!Double.isFinite(value)) {
                continue;
            }
            String text = ShortestDecimal.of(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            int digits = new BigDecimal(text).stripTrailingZeros().precision();
            if (digits > 1) {
                BigDecimal exact = new BigDecimal(value);
                for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                    BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
                    if (shorter.compareTo(exact) != 0) {
                        assertThat(shorter.doubleValue()).as(text).isNotEqualTo(value);
                    }
                }
            }
        }
    }

    @Test
    void readsBackAsTheSameFloat() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                assertThat(Float.parseFloat(ShortestDecimal.of(value))).isEqualTo(value);
            }
        }
    }
}
