package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.invoke.RecordedReply.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedReplyTest {

    private final RecordedReply reply = new RecordedReply();

    @Test
    void keepsEveryKindOfValueInOrder() {
        reply.array(6);
        reply.nil();
        reply.integer(Long.MIN_VALUE);
        reply.number(-0.5);
        reply.bool(true);
        reply.string(bytes("grün"));
        reply.error(bytes("ERR no"));

        assertThat(reply.size()).isEqualTo(7);
        assertThat(reply.kind(0)).isEqualTo(Kind.ARRAY);
        assertThat(reply.length(0)).isEqualTo(6);
        assertThat(reply.kind(1)).isEqualTo(Kind.NIL);
        assertThat(reply.number(2)).isEqualTo(Long.MIN_VALUE);
        assertThat(Double.longBitsToDouble(reply.number(3))).isEqualTo(-0.5);
        assertThat(reply.number(4)).isOne();
        assertThat(reply.text(5)).isEqualTo("grün");
        assertThat(reply.bytes(5)).hasSize(5);
        assertThat(reply.kind(6)).isEqualTo(Kind.ERROR);
        assertThat(reply.text(6)).isEqualTo("ERR no");
    }

    @Test
    void growsAsFarAsTheReplyIsLong() {
        for (int i = 0; i < 1000; i++) {
            reply.string(bytes("value " + i));
            reply.integer(i);
        }

        for (int i = 0; i < 1000; i++) {
            assertThat(reply.text(2 * i)).isEqualTo("value " + i);
            assertThat(reply.number(2 * i + 1)).isEqualTo(i);
        }
    }

    @Test
    void keepsEmptyStringsApartFromNil() {
        reply.string(bytes(""));
        reply.string(bytes("a"));
        reply.string(bytes(""));

        assertThat(reply.kind(0)).isEqualTo(Kind.STRING);
        assertThat(reply.text(0)).isEmpty();
        assertThat(reply.text(1)).isEqualTo("a");
        assertThat(reply.bytes(2)).isEmpty();
    }

    @Test
    void knowsWhereAValueEndsWithAllThatIsInIt() {
        reply.array(4);
        reply.map(2);
        reply.string(bytes("a"));
        reply.set(2);
        reply.integer(1);
        reply.integer(2);
        reply.string(bytes("b"));
        reply.map(0);
        reply.array(0);
        reply.bigNumber(bytes("123"));
        reply.bool(false);

        assertThat(reply.kind(1)).isEqualTo(Kind.MAP);
        assertThat(reply.length(1)).isEqualTo(2);
        assertThat(reply.kind(3)).isEqualTo(Kind.SET);
        assertThat(reply.kind(9)).isEqualTo(Kind.BIG_NUMBER);
        assertThat(reply.text(9)).isEqualTo("123");
        assertThat(reply.after(0)).isEqualTo(11);
        assertThat(reply.after(1)).isEqualTo(8);
        assertThat(reply.after(3)).isEqualTo(6);
        assertThat(reply.after(7)).isEqualTo(8);
        assertThat(reply.after(8)).isEqualTo(9);
    }

    @Test
    void believesNoAnnouncementOfManyElements() {
        reply.array(Integer.MAX_VALUE);
        reply.map(Integer.MAX_VALUE);
        reply.integer(1);
        assertThat(reply.length(1)).isEqualTo(Integer.MAX_VALUE);
        assertThat(reply.number(2)).isOne();
    }

    @Test
    void comparesStringsWithoutMakingThem() {
        reply.string(bytes("stock"));
        reply.string(bytes("größe"));
        assertThat(reply.is(0, "stock")).isTrue();
        assertThat(reply.is(0, "stoc")).isFalse();
        assertThat(reply.is(0, "stocks")).isFalse();
        assertThat(reply.is(0, "stöck")).isFalse();
        assertThat(reply.is(1, "größe")).isTrue();
        assertThat(reply.is(1, "größer")).isFalse();
        assertThat(reply.is(1, "gr")).isFalse();
    }

    @Test
    void isAnErrorOnlyWhenTheWholeReplyIs() {
        reply.error(bytes("MYERR boom"));
        assertThat(reply.isError()).isTrue();
        assertThat(reply.errorText()).isEqualTo("MYERR boom");

        reply.clear();
        reply.array(1);
        reply.error(bytes("MYERR boom"));
        assertThat(reply.isError()).isFalse();
    }

    @Test
    void forgetsWhatWasRecordedBefore() {
        reply.string(bytes("first"));
        reply.clear();
        assertThat(reply.isEmpty()).isTrue();

        reply.string(bytes("2nd"));
        assertThat(reply.text(0)).isEqualTo("2nd");
        assertThatThrownBy(() -> reply.kind(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void hasACodeForEveryKind() {
        Map<Kind, Integer> codes = new EnumMap<>(Kind.class);
        codes.put(Kind.NIL, RecordedReply.NIL);
        codes.put(Kind.INTEGER, RecordedReply.INTEGER);
        codes.put(Kind.DOUBLE, RecordedReply.DOUBLE);
        codes.put(Kind.BOOLEAN, RecordedReply.BOOLEAN);
        codes.put(Kind.STRING, RecordedReply.STRING);
        codes.put(Kind.BIG_NUMBER, RecordedReply.BIG_NUMBER);
        codes.put(Kind.ERROR, RecordedReply.ERROR);
        codes.put(Kind.ARRAY, RecordedReply.ARRAY);
        codes.put(Kind.SET, RecordedReply.SET);
        codes.put(Kind.MAP, RecordedReply.MAP);

        assertThat(codes).containsOnlyKeys(Kind.values());
        codes.forEach((kind, code) -> {
            reply.clear();
            reply.add(code, 0);
            assertThat(reply.kind(0)).isEqualTo(kind);
            assertThat(code).isLessThan(1 << RecordedReply.CODE_BITS);
        });
    }

    @Test
    void becomesASmallReplyThatWasKeptElsewhere() {
        byte[] strings = "OKSOLD".getBytes(StandardCharsets.UTF_8);
        reply.string(bytes("before"));
        reply.restore(
                RecordedReply.ARRAY | RecordedReply.STRING << 4 | RecordedReply.INTEGER << 8,
                3,
                2,
                RecordedReply.place(2, 4),
                -7,
                strings);

        assertThat(reply.size()).isEqualTo(3);
        assertThat(reply.kind(0)).isEqualTo(Kind.ARRAY);
        assertThat(reply.length(0)).isEqualTo(2);
        assertThat(reply.text(1)).isEqualTo("SOLD");
        assertThat(reply.number(2)).isEqualTo(-7);
        assertThat(reply.recorded()).isSameAs(strings);

        reply.restore(RecordedReply.NIL, 1, 0, 0, 0, null);
        assertThat(reply.size()).isOne();
        assertThat(reply.kind(0)).isEqualTo(Kind.NIL);
        assertThat(reply.recorded()).isEmpty();
    }

    @Test
    void writesNothingIntoBytesItDidNotMake() {
        byte[] others = {'a', 'b', 'c', 'd'};
        reply.strings(others, 2);
        reply.add(RecordedReply.STRING, RecordedReply.place(0, 2));
        reply.string(bytes("xy"));

        assertThat(reply.text(0)).isEqualTo("ab");
        assertThat(reply.text(1)).isEqualTo("xy");
        assertThat(others).containsExactly('a', 'b', 'c', 'd');

        reply.strings(others, 4);
        reply.clear();
        reply.string(bytes("xy"));
        assertThat(others).containsExactly('a', 'b', 'c', 'd');
    }

    @Test
    void keepsNoMemoryOfLargeReplies() {
        reply.string(bytes("x".repeat(2000)));
        for (int i = 0; i < 2000; i++) {
            reply.integer(i);
        }
        reply.clear();

        assertThat(reply.recorded()).isEmpty();
        reply.string(bytes("x"));
        byte[] small = reply.recorded();
        reply.clear();
        assertThat(reply.recorded()).isSameAs(small);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
