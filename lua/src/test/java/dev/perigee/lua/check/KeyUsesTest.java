package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyUsesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('GET', KEYS[1]) @ 1 [Declared]",
                "redis.call('GET', KEYS[#KEYS]) @ 1 [Declared]",
                "local t = {KEYS[2]} redis.call('GET', t[1]) @ 1 [Declared]",
                "redis.call('GET', KEYS[1] .. ':x') @ 1 [Derived]",
                "redis.call('GET', 'x:' .. KEYS[1] .. ARGV[1]) @ 1 [Derived]",
                "redis.call('GET', 'x') @ 1 [Literal]",
                "redis.call('GET', 5) @ 1 [Literal]",
                "redis.call('GET', 'x:' .. ARGV[1]) @ 1 [FromArgument]",
                "redis.call('GET', cjson.decode(ARGV[1]).key) @ 1 [FromArgument]",
                "redis.call('GET', 'x:' .. redis.call('DBSIZE')) @ 1 [FromData]",
                "redis.call('GET', KEYS[1]:sub(2)) @ 1 [Derived]",
                "redis.call('GET', KEYS[1]:sub(2) .. ARGV[1]) @ 1 [Derived]",
                "local k = KEYS[1] if ARGV[1] == '1' then k = 'x' end redis.call('GET', k) @ 1 [Declared, Literal]",
                "redis.call('XREAD', 'COUNT', ARGV[1], 'STREAMS', KEYS[1], '0') @ 4 [Declared]",
                "redis.call('DEL', unpack(KEYS)) @ \"\"",
                "redis.call(ARGV[1], KEYS[1]) @ \"\""
            })
    void keysAreFoundWithTheirOrigins(String script, String expected) {
        assertThat(String.join(
                        ";",
                        KeyUses.of(Checked.facts(script)).stream()
                                .map(KeyUsesTest::describe)
                                .sorted()
                                .toList()))
                .isEqualTo(expected);
    }

    private static String describe(KeyUse use) {
        return use.word() + " "
                + use.origins().stream()
                        .map(origin -> origin.getClass().getSimpleName())
                        .sorted()
                        .toList();
    }
}
