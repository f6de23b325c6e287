package dev.perigee.invoke;

import static dev.perigee.invoke.Replies.assertRefused;
import static dev.perigee.invoke.Replies.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRepliesTest {

    private static final String LONG = "expected an integer from -9223372036854775808 to 9223372036854775807,";

    @Test
    void readsIntegersFromEverythingThatIsOne() {
        assertThat(reply(-7).asLong()).isEqualTo(-7);
        assertThat(reply(true).asLong()).isOne();
        assertThat(reply(3.0).asLong()).isEqualTo(3);
        assertThat(reply(-0x1p63).asLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(reply(BigInteger.TEN).asLong()).isEqualTo(10);
        assertThat(reply("+5").asLong()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, -1, 999_999_999_999_999_999L, 1_000_000_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE + 1})
    void readsIntegersFromStringsOfAnyLength(long value) {
        assertThat(reply(Long.toString(value)).asLong()).isEqualTo(value);
        assertThat(reply(Long.toString(-value)).asLong()).isEqualTo(-value);
        assertThat(reply(Long.toString(Long.MIN_VALUE)).asLong()).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", "x", "1x", " 1", "1 ", "--1", "0x1", "\u0661", "inf", "1,000"})
    void refusesStringsThatAreNoIntegers(String text) {
        assertRefused("expected an integer, got a string that is none", reply(text)::asLong);
    }

    @Test
    void saysWhyANumberIsNoInteger() {
        assertRefused("expected an integer, got a number with a fraction", reply("1.5")::asLong);
        assertRefused(
                "expected an integer, got a number in exponent form, as Lua writes those from 1e14 up;"
                        + " string.format('%.0f', n) writes digits",
                reply("1e+15")::asLong);
        assertRefused("expected an integer, got a double with a fraction", reply(3.5)::asLong);
        assertRefused("expected an integer, got a double that is not finite", reply(Double.NaN)::asLong);
        assertRefused(
                "expected an integer, got a double that is not finite", reply(Double.NEGATIVE_INFINITY)::asBigInteger);
        assertRefused("expected an integer, got nil", reply(null)::asLong);
    }

    @Test
    void refusesIntegersOutsideTheRangeOfLong() {
        assertRefused(LONG + " got one outside that range", reply("9223372036854775808")::asLong);
        assertRefused(LONG + " got one outside that range", reply("-9223372036854775809")::asLong);
        assertRefused(LONG + " got one outside that range", reply("1" + "0".repeat(400))::asLong);
        assertRefused(LONG + " got one outside that range", reply(0x1p63)::asLong);
        assertRefused(
                LONG + " got one outside that range",
                reply(BigInteger.TWO.pow(63).negate().subtract(BigInteger.ONE))::asLong);
    }

    @Test
    void refusesIntegersOutsideSmallerRanges() {
        assertThat(reply(Integer.MIN_VALUE).asInt()).isEqualTo(Integer.MIN_VALUE);
        assertThat(reply("32767").asShort()).isEqualTo(Short.MAX_VALUE);
        assertThat(reply(-128).asByte()).isEqualTo(Byte.MIN_VALUE);
        assertRefused(
                "expected an integer from -2147483648 to 2147483647, got one outside that range",
                reply(1L << 31)::asInt);
        assertRefused("expected an integer from -32768 to 32767, got one outside that range", reply(-32769)::asShort);
        assertRefused("expected an integer from -128 to 127, got one outside that range", reply("128")::asByte);
    }

    @Test
    void standsOnAValueThatItCouldNotRead() {
        ReplyReader reader = reply(300);
        assertRefused("expected an integer from -128 to 127, got one outside that range", reader::asByte);
        assertThat(reader.asInt()).isEqualTo(300);
    }

    @Test
    void readsDoublesFromEverythingThatIsANumber() {
        assertThat(reply(5).asDouble()).isEqualTo(5.0);
        assertThat(reply(true).asDouble()).isEqualTo(1.0);
        assertThat(reply(0.1).asDouble()).isEqualTo(0.1);
        assertThat(reply(BigInteger.TEN.pow(30)).asDouble()).isEqualTo(1e30);
        assertThat(reply("inf").asDouble()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(reply("-inf").asDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(reply("nan").asDouble()).isNaN();
        assertThat(reply("-nan").asDouble()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1d", "0x1p3", " 1", "Infinity", "NaN", "1.2.3", ".", "-", "-.", "e5", "1e", "1e+", "1e5.0"})
    void refusesWhatOnlyJavaOrNobodyTakesForANumber(String text) {
        assertRefused("expected a number, got a string that is none", reply(text)::asDouble);
        assertRefused("expected a finite number, got a string that is none", reply(text)::asBigDecimal);
    }

    @Test
    void readsFloats() {
        assertThat(reply("0.1").asFloat()).isEqualTo(0.1f);
        assertThat(reply(Double.NaN).asFloat()).isNaN();
        assertThat(reply("-inf").asFloat()).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(reply(Float.toString(Float.MAX_VALUE)).asFloat()).isEqualTo(Float.MAX_VALUE);
        assertRefused("expected a number within the range of float, got one outside it", reply("1e39")::asFloat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.50", "1.", ".5", "123456789012345678", "0.10000000000000001", "-1e+20", "1E-7"})
    void readsDecimalNumbersExactly(String text) {
        assertThat(reply(text).asBigDecimal()).isEqualTo(new BigDecimal(text));
    }

    @Test
    void readsDecimalNumbersFromOtherReplies() {
        assertThat(reply(-3).asBigDecimal()).isEqualTo("-3");
        assertThat(reply(0.1).asBigDecimal()).isEqualTo("0.1");
        assertThat(reply(BigInteger.TEN.pow(30)).asBigDecimal()).isEqualTo(new BigDecimal(BigInteger.TEN.pow(30)));
    }

    @Test
    void refusesDecimalNumbersThatThereAreNot() {
        assertRefused("expected a finite number, got a double that is not finite", reply(Double.NaN)::asBigDecimal);
        assertRefused("expected a finite number, got a number that is not finite", reply("inf")::asBigDecimal);
        assertRefused(
                "expected a finite number, got one whose exponent is too large", reply("1e99999999999")::asBigDecimal);
        assertRefused("expected a finite number, got an array of 0", reply(new Object[0])::asBigDecimal);
    }

    @Test
    void readsWholeNumbersOfAnySize() {
        BigInteger large = BigInteger.TEN.pow(40).negate();
        assertThat(reply(large).asBigInteger()).isEqualTo(large);
        assertThat(reply(large.toString()).asBigInteger()).isEqualTo(large);
        assertThat(reply("-12").asBigInteger()).isEqualTo("-12");
        assertThat(reply(Long.MIN_VALUE).asBigInteger()).isEqualTo(Long.toString(Long.MIN_VALUE));
        assertThat(reply(1e22).asBigInteger()).isEqualTo(BigInteger.TEN.pow(22));
        assertRefused("expected an integer, got a number with a fraction", reply("1.0")::asBigInteger);
        assertRefused("expected an integer, got a double with a fraction", reply(0.5)::asBigInteger);
        assertRefused("expected an integer, got a string that is none", reply("ten")::asBigInteger);
    }

    @Test
    void namesWhatEveryOtherValueIs() {
        Function<Object, String> found = value -> {
            try {
                return "read " + reply(value).asDouble();
            } catch (dev.perigee.error.ScriptReplyException e) {
                return String.valueOf(e.getMessage());
            }
        };
        assertThat(found.apply(Replies.set(1, 2))).contains("expected a number, got a set of 2 (");
        assertThat(found.apply(Replies.map("a", 1))).contains("expected a number, got a map of 1 (");
        assertThat(found.apply(new Object[] {1})).contains("expected a number, got an array of 1 (");
    }

    @Test
    void roundsToTheNextFloatOnce() {
        assertThat(reply(Float.toString(0x1.5c87fap-84f)).asFloat()).isEqualTo(0x1.5c87fap-84f);
        assertThat(reply("0.5000000298023224").asFloat()).isEqualTo(Math.nextUp(0.5f));
        assertThat(reply(0x8000_0080_0000_01L).asFloat()).isEqualTo(0x8000_01p32f);
        assertThat(reply("3.4028235677973366e38").asFloat()).isEqualTo(Float.MAX_VALUE);
        assertThat(reply("nan").asFloat()).isNaN();
        assertThat(reply("-inf").asFloat()).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(reply("-0").asFloat()).isEqualTo(-0.0f);
    }
}
