package dev.perigee.invoke;

import static dev.perigee.invoke.Replies.array;
import static dev.perigee.invoke.Replies.assertRefused;
import static dev.perigee.invoke.Replies.codecs;
import static dev.perigee.invoke.Replies.map;
import static dev.perigee.invoke.Replies.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.ReplyDecoder;
import dev.perigee.codec.ReplyValue;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptReplyException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecodedValueTest {

    record Money(long cents) {}

    static final class MoneyDecoder implements ReplyDecoder<Money> {

        @Override
        public Money decode(ReplyValue reply) {
            long cents = reply.asLong();
            if (cents < 0) {
                throw new IllegalArgumentException("below zero");
            }
            return new Money(cents);
        }
    }

    private final MoneyDecoder money = new MoneyDecoder();

    @Test
    void letsADecoderReadEveryKindOfValue() {
        assertThat(reply(5).decode(money)).isEqualTo(new Money(5));
        assertThat(reply("0.5").decode(ReplyValue::asDouble)).isEqualTo(0.5);
        assertThat(reply("OK").decode(ReplyValue::asBoolean)).isTrue();
        assertThat(reply("moon").decode(ReplyValue::asString)).isEqualTo("moon");
        assertThat(reply("moon").decode(ReplyValue::asBytes)).isEqualTo("moon".getBytes(StandardCharsets.UTF_8));
        assertThat(reply(new Object[] {1, 2}).<List<Money>>decode(v -> v.asList(money::decode)))
                .containsExactly(new Money(1), new Money(2));
        assertThat(reply(map("a", 1))
                        .<Map<String, Optional<Money>>>decode(
                                v -> v.asMap(ReplyValue::asString, e -> e.asOptional(money::decode))))
                .containsEntry("a", Optional.of(new Money(1)));
        assertThat(array("a", null)
                        .<Map<String, Optional<Money>>>decode(
                                v -> v.asMap(ReplyValue::asString, e -> e.asOptional(money::decode))))
                .containsEntry("a", Optional.empty());
    }

    @Test
    void goesOnAfterWhatTheDecoderHasRead() {
        assertThat(array(1, new Object[] {2}, 3)
                        .asList(e -> e.decode(v -> {
                            try {
                                return v.asLong();
                            } catch (ScriptReplyException array) {
                                return v.asList(ReplyValue::asLong);
                            }
                        })))
                .hasToString("[1, [2], 3]");
    }

    @Test
    void takesNilForReadWhenTheDecoderLeavesIt() {
        assertThat(array(null, 1).asList(e -> e.<Money>decode(v -> v.isNil() ? new Money(0) : money.decode(v))))
                .containsExactly(new Money(0), new Money(1));
        ReplyReader cut = array(1);
        cut.enter("Price", new String[] {"net", "tax"});
        assertThat(cut.next("net").decode(money)).isEqualTo(new Money(1));
        assertThat(cut.next("tax").<Boolean>decode(ReplyValue::isNil)).isTrue();
        cut.leave();
    }

    @Test
    void saysWhereAValueDidNotFitTheDecoder() {
        assertRefused(
                "expected an integer at [2], got nil", () -> array(1, null).asList(e -> e.decode(money)));
        assertRefused(
                "expected an integer at [1][2], got a string that is none",
                () -> array((Object) List.of(1, "x")).asList(e -> e.decode(v -> v.asList(ReplyValue::asLong))));
        assertThatThrownBy(() -> array(1, new IllegalStateException("ERR no")).asList(e -> e.decode(money)))
                .isInstanceOf(ScriptErrorException.class)
                .hasMessageContaining("no at [2] of the reply");
    }

    @Test
    void keepsWhatTheDecoderThrowsAsTheCause() {
        assertRefused(
                        "MoneyDecoder threw IllegalArgumentException at [2]",
                        () -> array(1, -1).asList(e -> e.decode(money)))
                .hasCause(new IllegalArgumentException("below zero"));
        assertRefused(
                "the decoder threw IllegalArgumentException at [1]",
                () -> array(-1).decode(v -> v.asList(money::decode)));
    }

    @Test
    @SuppressWarnings("NullAway") // A decoder that is not checked for null.
    void refusesNullFromADecoder() {
        ReplyDecoder<Money> none = v -> {
            v.asLong();
            return null;
        };
        assertRefused("the decoder returned null", () -> reply(1).decode(none));
    }

    @Test
    void refusesDecodersThatLeaveSomething() {
        assertRefused(
                "the decoder did not read the value at [1]", () -> array(1).asList(e -> e.decode(v -> "constant")));
        assertRefused(
                "the decoder did not read the value at [2]",
                () -> array("a", "b").decode(v -> v.asList(e -> e.isNil() || !"a".equals(a(e)))));
        assertRefused(
                "the decoder did not read all of the value at [1]",
                () -> array((Object) new Object[] {1, "x"})
                        .asList(e -> e.decode(v -> {
                            try {
                                return v.asList(ReplyValue::asLong);
                            } catch (ScriptReplyException swallowed) {
                                return List.of();
                            }
                        })));
    }

    private int calls;

    private String a(ReplyValue element) {
        return calls++ == 0 ? element.asString() : "unread";
    }

    @Test
    void letsAValueBeReadOnce() {
        assertThatThrownBy(() -> array(1, 2).asList(e -> e.decode(v -> v.asLong() + v.asLong())))
                .isInstanceOf(ScriptReplyException.class)
                .hasMessageContaining("the decoder threw IllegalStateException at [1]")
                .hasRootCauseMessage("a value of a reply can be read once, while its decoder reads it");
        List<ReplyValue> kept = new ArrayList<>();
        assertThat(reply(1).<Long>decode(v -> {
                    kept.add(v);
                    return v.asLong();
                }))
                .isOne();
        assertThatThrownBy(kept.get(0)::asLong).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotBeReadAfterItsDecoderFailedWhenTheReaderHasAnotherReply() {
        List<ReplyValue> kept = new ArrayList<>();
        ReplyReader reader = reply("secret");
        assertRefused(() -> reader.decode(v -> {
            kept.add(v);
            throw new IllegalStateException("broken");
        }));
        RecordedReply other = new RecordedReply();
        Replies.record(other, "of another call");
        reader.reset(Replies.SCRIPT, other);

        assertThatThrownBy(kept.get(0)::asString)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a value of a reply can be read once, while its decoder reads it");
        assertThat(reader.asString()).isEqualTo("of another call");
    }

    @Test
    void usesTheDecoderThatTheClientHas() {
        assertThat(reply(5, codecs(money, null)).decodeRegistered(Money.class)).isEqualTo(new Money(5));
        assertRefused(
                "the decoder of Money threw IllegalArgumentException",
                () -> reply(-5, codecs(money, null)).decodeRegistered(Money.class));
        assertRefused("the client has no decoder of Money", () -> reply(5).decodeRegistered(Money.class));
    }
}
