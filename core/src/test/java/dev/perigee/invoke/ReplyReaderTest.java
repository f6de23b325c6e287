package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptReplyException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 0, 0, "return 1");

    private final RecordedReply reply = new RecordedReply();

    enum Outcome {
        SOLD_OUT,
        SOLD
    }

    @Test
    void readsIntegersFromIntegersAndStrings() {
        reply.integer(-7);
        assertThat(reader().asLong()).isEqualTo(-7);
        assertThat(string("9223372036854775807").asLong()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void readsResp3ValuesAsTheirResp2Forms() {
        reply.bool(true);
        assertThat(reader().asLong()).isOne();
        assertThat(reader().asDouble()).isEqualTo(1.0);
        assertThat(reader().asBoolean()).isTrue();
        assertThat(reader().asEnum(Outcome.class)).isEqualTo(Outcome.SOLD);
        reply.clear();
        reply.number(3.0);
        assertThat(reader().asLong()).isEqualTo(3);
        assertThat(reader().asDouble()).isEqualTo(3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "x", "9223372036854775808"})
    void refusesStringsThatAreNoIntegers(String text) {
        assertRefused(string(text)::asLong).hasMessageContaining("expected an integer, got a string that is none");
    }

    @Test
    void refusesDoublesThatAreNoIntegers() {
        reply.number(3.5);
        assertRefused(reader()::asLong).hasMessageContaining("expected an integer, got a double");
        reply.clear();
        reply.number(Double.NaN);
        assertRefused(reader()::asLong).hasMessageContaining("expected an integer, got a double");
        reply.clear();
        reply.number(0x1p63);
        assertRefused(reader()::asLong).hasMessageContaining("expected an integer, got a double");
    }

    @Test
    void refusesIntegersBeyondTheRangeOfInt() {
        reply.integer(1L << 31);
        assertRefused(reader()::asInt)
                .hasMessageContaining("expected an integer from -2147483648 to 2147483647, got a larger one");
        reply.clear();
        reply.integer(Integer.MIN_VALUE);
        assertThat(reader().asInt()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void readsTruthAsLuaAndCommandsTellIt() {
        reply.integer(1);
        assertThat(reader().asBoolean()).isTrue();
        reply.clear();
        reply.integer(0);
        assertThat(reader().asBoolean()).isFalse();
        reply.clear();
        reply.nil();
        assertThat(reader().asBoolean()).isFalse();
        assertThat(string("OK").asBoolean()).isTrue();
    }

    @Test
    void refusesToTakeOtherValuesForTruth() {
        reply.integer(2);
        assertRefused(reader()::asBoolean)
                .hasMessageContaining("expected a boolean: 1, 0, OK or nil, got another integer");
        assertRefused(string("yes")::asBoolean).hasMessageContaining("got a string of 3 bytes");
    }

    @Test
    void readsNumbersAsRedisWritesThem() {
        assertThat(string("0.10000000000000001").asDouble()).isEqualTo(0.1);
        assertThat(string("-1e+20").asDouble()).isEqualTo(-1e20);
        assertThat(string("inf").asDouble()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(string("-inf").asDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(string("nan").asDouble()).isNaN();
        reply.clear();
        reply.integer(5);
        assertThat(reader().asDouble()).isEqualTo(5.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1d", "0x1p3", " 1", "Infinity", "1.2.3", "."})
    void refusesWhatOnlyJavaTakesForANumber(String text) {
        assertRefused(string(text)::asDouble).hasMessageContaining("expected a number, got a string that is none");
    }

    @Test
    void readsEnumsByNameOrPlace() {
        assertThat(string("SOLD").asEnum(Outcome.class)).isEqualTo(Outcome.SOLD);
        reply.clear();
        reply.integer(0);
        assertThat(reader().asEnum(Outcome.class)).isEqualTo(Outcome.SOLD_OUT);
    }

    @Test
    void namesTheConstantsWhenNoneFits() {
        assertRefused(() -> string("GONE").asEnum(Outcome.class))
                .hasMessageContaining("expected a Outcome, one of SOLD_OUT, SOLD, got another string")
                .hasMessageNotContaining("GONE");
        reply.clear();
        reply.integer(2);
        assertRefused(() -> reader().asEnum(Outcome.class))
                .hasMessageContaining("expected a Outcome from 0 to 1, got another integer");
    }

    @Test
    void readsBytesAsTheyAre() {
        reply.string(ByteBuffer.wrap(new byte[] {0, -1, '\r', '\n'}));
        assertThat(reader().asBytes()).containsExactly(0, -1, '\r', '\n');
    }

    @Test
    void readsListsAndOptionals() {
        reply.array(3);
        reply.integer(1);
        reply.nil();
        reply.integer(3);

        List<String> found = reader().asList(e ->
                e.asOptional(ReplyReader::asLong).map(Object::toString).orElse("-"));

        assertThat(found).containsExactly("1", "-", "3");
    }

    @Test
    void readsRecordsWithinListsAndWhatFollowsThem() {
        reply.array(2);
        reply.array(2);
        reply.array(1);
        reply.integer(10);
        reply.integer(20);
        reply.integer(30);
        ReplyReader reader = reader();

        reader.enter("Outer", 2);
        reader.next("inner").enter("Inner", 2);
        List<Long> list = reader.next("list").asList(ReplyReader::asLong);
        long second = reader.next("second").asLong();
        reader.leave();
        long last = reader.next("last").asLong();
        reader.leave();

        assertThat(list).containsExactly(10L);
        assertThat(second).isEqualTo(20);
        assertThat(last).isEqualTo(30);
    }

    @Test
    void takesElementsBeyondTheEndForNil() {
        reply.array(2);
        reply.array(1);
        reply.integer(1);
        reply.integer(2);
        ReplyReader reader = reader();
        reader.enter("Outer", 2);
        reader.next("inner").enter("Inner", 3);

        assertThat(reader.next("a").asLong()).isOne();
        assertThat(reader.next("b").asOptional(ReplyReader::asLong)).isEmpty();
        assertThat(reader.next("c").asBoolean()).isFalse();
        reader.leave();
        assertThat(reader.next("after").asLong()).isEqualTo(2);
    }

    @Test
    void saysThatTheArrayEndedEarly() {
        reply.array(1);
        reply.integer(1);
        ReplyReader reader = reader();
        reader.enter("Purchase", 2);
        reader.next("outcome").asLong();

        assertRefused(() -> reader.next("remaining").asLong())
                .hasMessage("Sale.buy: expected an integer at remaining, got nothing: the array ended after 1 element,"
                        + " as a Lua array does at its first nil (sale/buy.lua)");
    }

    @Test
    void namesThePathToTheValueThatDoesNotFit() {
        reply.array(2);
        reply.array(1);
        reply.integer(1);
        reply.array(1);
        reply.string(ByteBuffer.wrap(new byte[] {'x'}));
        Function<ReplyReader, Object> record = e -> {
            e.enter("Line", 1);
            long count = e.next("count").asLong();
            e.leave();
            return count;
        };

        assertRefused(() -> reader().asList(record::apply))
                .hasMessage("Sale.buy: expected an integer at [2].count, got a string that is none (sale/buy.lua)");
    }

    @Test
    void refusesLongerArraysThanTheRecord() {
        reply.array(3);
        assertRefused(() -> reader().enter("Purchase", 2))
                .hasMessageContaining("expected Purchase, an array of 2, got one of 3");
    }

    @Test
    void refusesWhatIsNoArray() {
        reply.integer(1);
        assertRefused(() -> reader().enter("Purchase", 2))
                .hasMessageContaining("expected Purchase, an array, got an integer");
        reply.clear();
        reply.nil();
        assertRefused(() -> reader().asList(ReplyReader::asLong))
                .hasMessageContaining("expected a list, an array, got nil");
    }

    @Test
    void refusesNilWhereAValueIsExpected() {
        reply.nil();
        assertRefused(reader()::asString).hasMessageContaining("expected a string, got nil");
        assertRefused(reader()::asBytes).hasMessageContaining("expected a string, got nil");
        assertRefused(reader()::asLong).hasMessageContaining("expected an integer, got nil");
        assertRefused(reader()::asDouble).hasMessageContaining("expected a number, got nil");
        assertRefused(() -> reader().asEnum(Outcome.class)).hasMessageContaining("by name or by number, got nil");
    }

    @Test
    void throwsAnErrorInsideAnArrayWithItsPlace() {
        reply.array(2);
        reply.integer(1);
        reply.error(ByteBuffer.wrap("WRONGTYPE bad".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> reader().asList(ReplyReader::asLong))
                .isInstanceOfSatisfying(
                        ScriptErrorException.class, e -> assertThat(e.code()).isEqualTo("WRONGTYPE"))
                .hasMessageContaining("bad at [2] of the reply");
    }

    private ReplyReader reader() {
        return new ReplyReader(SCRIPT, reply, NoCodecs.INSTANCE);
    }

    private ReplyReader string(String text) {
        reply.clear();
        reply.string(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return reader();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        return assertThatThrownBy(read).isInstanceOf(ScriptReplyException.class);
    }
}
