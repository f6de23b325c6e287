package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.invoke.RecordedReply.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
