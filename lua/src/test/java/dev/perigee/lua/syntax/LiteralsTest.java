package dev.perigee.lua.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {

    private static Expression value(String expression) {
        ParseResult result = LuaParser.parse("return " + expression);
        assertThat(result.errors()).isEmpty();
        return ((Statement.Return) result.chunk().block().statements().get(0))
                .values()
                .get(0);
    }

    private static LuaString string(String literal) {
        return ((Expression.StringLiteral) value(literal)).value();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "08, 8",
        "3., 3",
        ".5, 0.5",
        "1e2, 100",
        "1E-2, 0.01",
        "0x10, 16",
        "0XfF, 255",
        "0x1p4, 16",
        "0xep1, 28",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "0xffffffffffffffffffff, 1.2089258196146292e24",
        "1e999, Infinity",
        "0x1p99999999999, Infinity",
        "9007199254740993, 9007199254740992"
    })
    void numbersHaveTheValueThatStrtodGives(String literal, double expected) {
        assertThat(((Expression.NumberLiteral) value(literal)).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", "1e", "5..5", "3x", "1_000", "0b1", "0x1p", "1.2.3", "", "0xg", ".", "x", "0x1.8"})
    void malformedNumbersHaveNone(String literal) {
        assertThat(Numerals.value(literal)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void aNumberEndsAtANul() {
        assertThat(Numerals.value("12\0+3")).isEqualTo(OptionalDouble.of(12));
    }

    @Test
    void escapesAreThoseOfLua51() {
        assertThat(string("'\\a\\b\\f\\n\\r\\t\\v'").text()).isEqualTo("\u0007\b\f\n\r\t\u000b");
        assertThat(string("'\\x41\\z \\q\\\\\\''").text()).isEqualTo("x41z q\\'");
        assertThat(string("'\\65\\066\\0007'").text()).isEqualTo("AB\0007");
        assertThat(string("'a\\\r\nb\\\n\rc\\\rd'").text()).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void longStringsDropTheirFirstLineBreakAndNormaliseTheOthers() {
        assertThat(string("[[\r\na\r\nb\n\rc\r]]").text()).isEqualTo("a\nb\nc\n");
        assertThat(string("[[\n\n]]").text()).isEqualTo("\n");
        assertThat(string("[==[a]]b]=]c]==]").text()).isEqualTo("a]]b]=]c");
        assertThat(string("[[\\n]]").text()).isEqualTo("\\n");
        assertThat(string("[[]]").text()).isEmpty();
    }

    @Test
    void bytesAboveAsciiFormTextWhereTheyAreUtf8() {
        assertThat(string("'\\195\\169\\65'").text()).isEqualTo("éA");
        assertThat(string("'é\\195\\169'").is("éé")).isTrue();
    }

    @Test
    void otherBytesAreKeptAsBytes() {
        LuaString string = string("'a\\255é'");

        assertThat(string.text()).isNull();
        assertThat(string.bytes()).containsExactly('a', 0xff, 0xc3, 0xa9);
        assertThat(string).isEqualTo(LuaString.of(new byte[] {'a', (byte) 0xff, (byte) 0xc3, (byte) 0xa9}));
        assertThat(string).hasSameHashCodeAs(LuaString.of(string.bytes()));
        assertThat(string).isNotEqualTo(LuaString.of("a\u00ffé"));
        assertThat(string).hasToString("a\u00ff\u00c3\u00a9");
    }

    @Test
    void equalTextsAreEqualStrings() {
        assertThat(LuaString.of("é")).isEqualTo(string("'\\195\\169'"));
        assertThat(LuaString.of("a").bytes()).containsExactly('a');
        assertThat(LuaString.of("a")).isNotEqualTo(LuaString.of("b")).isNotEqualTo("a");
    }
}
