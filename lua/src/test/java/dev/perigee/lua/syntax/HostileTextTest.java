package dev.perigee.lua.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser comes to an end on any text, without an exception, and its errors lie within the text. */
class HostileTextTest {
    private static final int DEPTH = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static ParseResult parse(String text) {
        ParseResult result = LuaParser.parse(text);
        assertThat(result.errors())
                .allMatch(error -> error.span().start() >= 0
                        && error.span().start() <= error.span().end()
                        && error.span().end() <= text.length());
        return result;
    }

    @Property(tries = 2000)
    void anyText(@ForAll String text) {
        parse(text);
    }

    @Property(tries = 2000)
    void anyBytes(@ForAll byte[] bytes) {
        parse(new String(bytes, StandardCharsets.ISO_8859_1));
        parse(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 3000)
    void anySequenceOfTokens(@ForAll("tokens") List<String> tokens) {
        parse(String.join(" ", tokens));
        parse(String.join("\n", tokens));
        parse(String.join("", tokens));
    }

    @Provide
    Arbitrary<List<String>> tokens() {
        return Arbitraries.of(
                        "and",
                        "break",
                        "do",
                        "else",
                        "elseif",
                        "end",
                        "false",
                        "for",
                        "function",
                        "if",
                        "in",
                        "local",
                        "nil",
                        "not",
                        "or",
                        "repeat",
                        "return",
                        "then",
                        "true",
                        "until",
                        "while",
                        "+",
                        "-",
                        "*",
                        "/",
                        "%",
                        "^",
                        "#",
                        "==",
                        "~=",
                        "<=",
                        ">=",
                        "<",
                        ">",
                        "=",
                        "(",
                        ")",
                        "{",
                        "}",
                        "[",
                        "]",
                        ";",
                        ":",
                        ",",
                        ".",
                        "..",
                        "...",
                        "a",
                        "b",
                        "elif",
                        "goto",
                        "continue",
                        "1",
                        "3x",
                        "'s'",
                        "'",
                        "[[s]]",
                        "[[",
                        "--",
                        "--[[",
                        "]]",
                        "!=",
                        "!",
                        "&&",
                        "::",
                        "//",
                        "/*",
                        "+=",
                        "++",
                        "\\",
                        "#!lua",
                        "é",
                        "\0",
                        "\r\n")
                .list()
                .ofMaxSize(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "{",
                "[",
                "[[",
                "f(",
                "f{",
                "a[",
                "a.",
                "a:b(",
                "{{",
                "{[",
                "{a=",
                "-",
                "- ",
                "not ",
                "#",
                "a..",
                "a^",
                "a+",
                "a=",
                "a,",
                "do ",
                "while a do ",
                "if a then ",
                "if a then else ",
                "else ",
                "elseif a then ",
                "end ",
                "until ",
                "repeat ",
                "for i=1,2 do ",
                "for i in ",
                "function f() ",
                "f(function() ",
                "function(",
                "local ",
                "local a ",
                "local function f() ",
                "return ",
                "return function() ",
                "break ",
                ";",
                "'",
                "\"",
                "\\",
                "--",
                "--[",
                "[=",
                "]=",
                "]",
                ")",
                "}",
                "=",
                "= = ",
                "::a:: ",
                "goto a ",
                "!",
                "&&",
                "//",
                "//a ",
                "/*",
                "1..",
                "1e",
                "0x",
                "x y ",
                "x y\n",
                "f(= ",
                "f(a b ",
                "{a b ",
                "{= ",
                "if ",
                "if = ",
                "while (",
                "for (",
                "elif ",
                "fi then ",
                "a.b = = 1\n",
                "f(\n",
                "(a)\n",
                "{a=1 b=2\n",
                "a\n(",
                "\r",
                "\0",
                "é",
                "\ud800",
                "“",
                "#!",
                "9",
                "9 ",
                "a",
                "[[ [[",
                "return 1 ",
                "if a then return\n",
                " if a then\n  return\n",
                "x = function\n",
                "then function "
            })
    void oneThingManyTimes(String part) {
        String text = part.repeat(DEPTH);
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            parse(text);
            parse("return f(" + text + ")");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "do ", "function f() ", "- ", "not ", "a..", "if a then ", "f(function() "})
    void deepNestingIsOneErrorWhereTheLimitIs(String opening) {
        List<SyntaxError> errors = parse("return ".repeat(opening.contains("do") || opening.contains("f") ? 0 : 1)
                        + opening.repeat(DEPTH))
                .errors();

        assertThat(errors.stream().map(SyntaxError::message).collect(Collectors.toList()))
                .containsExactly("the script is nested too deeply");
    }
}
