package dev.perigee.invoke;

import static dev.perigee.invoke.Replies.SCRIPT;
import static dev.perigee.invoke.Replies.array;
import static dev.perigee.invoke.Replies.assertRefused;
import static dev.perigee.invoke.Replies.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.error.ScriptErrorException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {

    private static final EnumConstants<Outcome> OUTCOMES = EnumConstants.of(Outcome.values());

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
        assertThat(reader().asEnum(OUTCOMES)).isEqualTo(Outcome.SOLD);
        reply.clear();
        reply.number(3.0);
        assertThat(reader().asLong()).isEqualTo(3);
        assertThat(reader().asDouble()).isEqualTo(3.0);
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
        assertThat(string("1").asBoolean()).isTrue();
        assertThat(string("0").asBoolean()).isFalse();
        assertThat(reply(false).asBoolean()).isFalse();
    }

    @Test
    void refusesToTakeOtherValuesForTruth() {
        reply.integer(2);
        assertRefused(reader()::asBoolean)
                .hasMessageContaining("expected a boolean: 1, 0, OK or nil, got another integer");
        assertRefused(string("yes")::asBoolean).hasMessageContaining("got a string of 3 bytes");
        assertRefused(string("y")::asBoolean).hasMessageContaining("got a string of 1 byte ");
        assertRefused(reply(1.0)::asBoolean).hasMessageContaining("got a double");
    }

    @Test
    void readsEnumsByNameOrPlace() {
        EnumConstants<Outcome> outcomes = EnumConstants.of(Outcome.values());
        assertThat(string("SOLD").asEnum(OUTCOMES)).isEqualTo(Outcome.SOLD);
        assertThat(string("SOLD").asEnum(outcomes)).isEqualTo(Outcome.SOLD);
        assertThat(reply(0).asEnum(outcomes)).isEqualTo(Outcome.SOLD_OUT);
        assertThat(reply(true).asEnum(outcomes)).isEqualTo(Outcome.SOLD);
    }

    @Test
    void readsEnumsByDeclaredCodesAlone() {
        EnumConstants<Outcome> outcomes = EnumConstants.of(Outcome.values(), "1", "verkauft für immer");
        assertThat(reply(1).asEnum(outcomes)).isEqualTo(Outcome.SOLD_OUT);
        assertThat(reply("1").asEnum(outcomes)).isEqualTo(Outcome.SOLD_OUT);
        assertThat(reply("verkauft für immer").asEnum(outcomes)).isEqualTo(Outcome.SOLD);
        assertRefused(
                "expected Outcome, one of 1, verkauft für immer, got another integer", () -> reply(0).asEnum(outcomes));
        assertRefused(
                "expected Outcome, one of 1, verkauft für immer, got another string",
                () -> reply("SOLD").asEnum(outcomes));
        assertRefused(
                "expected Outcome, one of 1, verkauft für immer, got a double",
                () -> reply(1.0).asEnum(outcomes));
    }

    @Test
    void namesTheConstantsWhenNoneFits() {
        assertRefused(
                "expected Outcome, one of SOLD_OUT, SOLD, or its place from 0 to 1, got another string",
                () -> string("GONE").asEnum(OUTCOMES));
        assertRefused(
                "expected Outcome, one of SOLD_OUT, SOLD, or its place from 0 to 1, got another integer",
                () -> reply(2).asEnum(OUTCOMES));
        assertRefused(
                "expected Outcome, one of SOLD_OUT, SOLD, or its place from 0 to 1, got nil",
                () -> reply(null).asEnum(OUTCOMES));
    }

    @Test
    void readsUuidsInTheirUsualForm() {
        UUID id = UUID.fromString("0e37a27e-FA6E-4507-92c1-ffb5cb71a144");
        assertThat(reply(id.toString()).asUuid()).isEqualTo(id);
        assertThat(reply(id.toString().toUpperCase(Locale.ROOT)).asUuid()).isEqualTo(id);
        assertThat(reply("00000000-0000-0001-0000-000000000002").asUuid()).isEqualTo(new UUID(1, 2));
        assertRefused("expected a UUID, got a string of 9 bytes", reply("1-1-1-1-1")::asUuid);
        assertRefused(
                "expected a UUID, got another string of 36 bytes",
                reply("0e37a27e-fa6e-4507-92c1-ffb5cb71a14g")::asUuid);
        assertRefused(
                "expected a UUID, got another string of 36 bytes",
                reply("0e37a27e-fa6e-450792-c1-ffb5cb71a144")::asUuid);
        assertRefused("expected a UUID, got an integer", reply(1)::asUuid);
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

        reader.enter("Outer", new String[2]);
        reader.next("inner").enter("Inner", new String[2]);
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
        reader.enter("Outer", new String[2]);
        reader.next("inner").enter("Inner", new String[3]);

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
        reader.enter("Purchase", new String[2]);
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
            e.enter("Line", new String[1]);
            long count = e.next("count").asLong();
            e.leave();
            return count;
        };

        assertRefused(() -> reader().asList(record::apply))
                .hasMessage("Sale.buy: expected an integer at [2].count, got a string that is none (sale/buy.lua)");
    }

    @Test
    @SuppressWarnings("NullAway") // It takes a lambda's result for non-null.
    void readsNothingAsEmptyOrNull() {
        assertThat(reply(null).<String>asNullable(ReplyReader::asString)).isNull();
        assertThat(reply("a").<String>asNullable(ReplyReader::asString)).isEqualTo("a");
        assertThat(reply(null).asOptionalLong()).isEmpty();
        assertThat(reply(null).asOptionalInt()).isEmpty();
        assertThat(reply(null).asOptionalDouble()).isEmpty();
        assertThat(reply(1).asOptionalLong()).hasValue(1);
        assertThat(reply("2").asOptionalInt()).hasValue(2);
        assertThat(reply("2.5").asOptionalDouble()).hasValue(2.5);
        assertThat(array(null, "b").asList(e -> e.<String>asNullable(ReplyReader::asString)))
                .containsExactly(null, "b");
        assertRefused("expected an integer, got a string that is none", reply("")::asOptionalLong);
    }

    @Test
    void refusesLongerArraysThanTheRecord() {
        reply.array(3);
        assertRefused(() -> reader().enter("Purchase", new String[2]))
                .hasMessageContaining("expected Purchase, an array of 2, got one of 3");
    }

    @Test
    void refusesWhatIsNoArray() {
        reply.integer(1);
        assertRefused(() -> reader().enter("Purchase", new String[2]))
                .hasMessageContaining("expected Purchase, an array, got an integer");
        reply.clear();
        reply.nil();
        assertRefused(() -> reader().asList(ReplyReader::asLong)).hasMessageContaining("expected an array, got nil");
    }

    @Test
    void refusesNilWhereAValueIsExpected() {
        reply.nil();
        assertRefused(reader()::asString).hasMessageContaining("expected a string, got nil");
        assertRefused(reader()::asBytes).hasMessageContaining("expected a string, got nil");
        assertRefused(reader()::asLong).hasMessageContaining("expected an integer, got nil");
        assertRefused(reader()::asDouble).hasMessageContaining("expected a number, got nil");
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

    @Test
    void readsOneReplyAfterTheOther() {
        ReplyReader reader = new ReplyReader(NoCodecs.INSTANCE);
        for (int i = 0; i < 3; i++) {
            RecordedReply small = reader.own();
            small.restore(RecordedReply.ARRAY | RecordedReply.INTEGER << RecordedReply.CODE_BITS, 2, 1, i, 0, null);
            reader.reset(SCRIPT, small);

            reader.enter("Count", new String[] {"value", "rest"});
            assertThat(reader.next("value").asLong()).isEqualTo(i);
            assertThat(reader.next("rest").asBoolean()).isFalse();
            reader.leave();
            reader.clear();
        }
    }

    @Test
    void forgetsWhereAFailedReadingStood() {
        reply.array(1);
        reply.array(1);
        reply.integer(1);
        ReplyReader reader = reader();
        assertRefused("expected a string at lines[1], got an integer", () -> {
            reader.enter("Order", new String[] {"lines"});
            reader.next("lines").asList(ReplyReader::asString);
        });

        reply.clear();
        reply.nil();
        assertRefused("expected a string, got nil", reader.reset(SCRIPT, reply)::asString);
        reader.clear();
        assertThatThrownBy(reader::asLong).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private ReplyReader reader() {
        return new ReplyReader(NoCodecs.INSTANCE).reset(SCRIPT, reply);
    }

    private ReplyReader string(String text) {
        reply.clear();
        reply.string(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return reader();
    }
}
