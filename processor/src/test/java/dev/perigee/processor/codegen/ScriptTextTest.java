package dev.perigee.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTextTest {

    /** The moon, two UTF-16 units and six bytes in a class file. */
    private static final String MOON = "\ud83c\udf19";

    private static final int MOST = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"", "return 1", "return 1\n", "\n\n"})
    void leavesShortScriptsInOnePiece(String text) {
        assertThat(ScriptText.pieces(text)).containsExactly(text);
    }

    @Test
    void cutsLongScriptsAfterLines() {
        String line = "redis.call('INCR', KEYS[1])\n";
        List<String> pieces = pieces(line.repeat(5_000));

        assertThat(pieces).hasSizeGreaterThan(2).allMatch(piece -> piece.endsWith("\n"));
    }

    /** A character takes up to three bytes in a class file, and a constant holds 65,535. */
    @Test
    void cutsLinesThatAreTooLongForAConstant() {
        assertThat(pieces("月".repeat(70_000))).hasSize(4);
        assertThat(pieces("\0".repeat(70_000))).hasSize(4);
        assertThat(pieces("x".repeat(MOST))).hasSize(1);
        assertThat(pieces("x".repeat(MOST + 1))).hasSize(2);
    }

    /** Half a character would become a question mark in UTF-8. */
    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2})
    void cutsBetweenSurrogatePairs(int offset) {
        for (String piece : pieces("x".repeat(MOST + offset) + MOON.repeat(40_000))) {
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void cutsAtALineBreakThatEndsExactlyAtTheMaximum(int offset) {
        String first = "x".repeat(MOST - 1 + offset) + "\n";

        assertThat(pieces(first + "y".repeat(10)).get(0).length()).isLessThanOrEqualTo(MOST);
        assertThat(pieces(first + "y".repeat(10))).hasSize(2).first().isEqualTo(offset > 0 ? "x".repeat(MOST) : first);
    }

    private static List<String> pieces(String text) {
        List<String> pieces = ScriptText.pieces(text);
        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allSatisfy(piece -> assertThat(classFileBytes(piece)).isLessThanOrEqualTo(65_535));
        return pieces;
    }

    /** Class files and {@code writeUTF} write strings in the same way. */
    private static int classFileBytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DataOutputStream(bytes).writeUTF(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size() - 2;
    }
}
