package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespReaderTest {

    @Test
    void readsStringsAndIntegers() throws IOException {
        assertThat(read("+OK\r\n")).isEqualTo("OK");
        assertThat(read("+größer\r\n")).isEqualTo("größer");
        assertThat(read(":-42\r\n")).isEqualTo(-42L);
        assertThat(read("$0\r\n\r\n")).isEqualTo("");
    }

    @Test
    void countsABulkStringInBytes() throws IOException {
        assertThat(read("$6\r\nü\r\né\r\n")).isEqualTo("ü\r\né");
    }

    @Test
    void readsBothNulls() throws IOException {
        assertThat(read("$-1\r\n")).isNull();
        assertThat(read("*-1\r\n")).isNull();
    }

    @Test
    void readsNestedArrays() throws IOException {
        assertThat(read("*3\r\n:1\r\n*2\r\n$-1\r\n+a\r\n*0\r\n"))
                .isEqualTo(List.of(1L, Arrays.asList(null, "a"), List.of()));
    }

    @Test
    void leavesErrorsAsValuesSoThatAnArrayCanHoldThem() throws IOException {
        assertThat(read("*1\r\n-WRONGTYPE no list\r\n"))
                .isInstanceOfSatisfying(
                        List.class,
                        list -> assertThat(list.get(0)).isInstanceOfSatisfying(ServerErrorException.class, error -> {
                            assertThat(error).hasMessage("WRONGTYPE no list");
                            assertThat(error.code()).isEqualTo("WRONGTYPE");
                        }));
    }

    @Test
    void readsOneReplyAfterTheOther() throws IOException {
        RespReader reader = reader("+a\r\n+b\r\n");
        assertThat(reader.read()).isEqualTo("a");
        assertThat(reader.read()).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+OK", "+OK\r", "$5\r\nabc", "$3\r\nabc", "*2\r\n:1\r\n"})
    void failsWhereTheStreamEndsWithinAReply(String cut) {
        assertThatIOException().isThrownBy(() -> read(cut));
    }

    @Test
    void saysThatTheConnectionWasClosed() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> read("$5\r\nabc"))
                .withMessage("the server closed the connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {":x\r\n", "!no\r\n", "+a\rb\r\n"})
    void refusesWhatIsNotResp2(String reply) {
        assertThatIOException().isThrownBy(() -> read(reply));
    }

    @Test
    void encodesACommandAsAnArrayOfBulkStringsCountedInBytes() {
        assertThat(new String(RespConnection.encode(List.of("SET", "ü", "")), StandardCharsets.UTF_8))
                .isEqualTo("*3\r\n$3\r\nSET\r\n$2\r\nü\r\n$0\r\n\r\n");
    }

    private static @Nullable Object read(String reply) throws IOException {
        return reader(reply).read();
    }

    private static RespReader reader(String reply) {
        return new RespReader(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
    }
}
