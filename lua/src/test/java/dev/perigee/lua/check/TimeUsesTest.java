package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeUsesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('EXPIRE', KEYS[1], ARGV[1]) @ 1 SECONDS false EXPIRE",
                "redis.call('SET', KEYS[1], ARGV[1], 'px', ARGV[2], 'NX') @ 2 MILLIS false SET",
                "redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[1]) * 1000) @ 1 SECONDS false PEXPIRE",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] * 60) @ 1 MINUTES false EXPIRE",
                "redis.call('EXPIRE', KEYS[1], math.ceil(ARGV[1] / 1000)) @ 1 MILLIS false EXPIRE",
                "redis.call('EXPIRE', KEYS[1], tostring(tonumber(ARGV[1]) * 60)) @ 1 MINUTES false EXPIRE",
                "redis.call('EXPIRE', KEYS[1], string.format('%d', ARGV[1])) @ 1 SECONDS false EXPIRE",
                "redis.call('EXPIRE', KEYS[1], tonumber(ARGV[1]) * 7) @ 1 null false EXPIRE",
                "redis.call('EXPIREAT', KEYS[1], ARGV[1]) @ 1 SECONDS true EXPIREAT",
                "redis.call('EXPIREAT', KEYS[1], redis.call('TIME')[1] + ARGV[1]) @ 1 SECONDS false EXPIREAT",
                "redis.call('GETEX', KEYS[1], 'PXAT', ARGV[1]) @ 1 MILLIS true GETEX",
                "redis.call('EXPIRE', KEYS[1], tonumber(ARGV[1]) or 60) @ 1 SECONDS false EXPIRE",
                "redis.call('EXPIRE', KEYS[1], math.max(ARGV[1], 10)) @ 1 SECONDS false EXPIRE",
                "local n = tonumber(ARGV[1]) if n > 9 then n = 9 end redis.call('EXPIRE', KEYS[1], n) @ 1 SECONDS false EXPIRE",
                "for i = 1, #KEYS do redis.call('EXPIRE', KEYS[i], ARGV[i]) end @ 0 SECONDS false EXPIRE",
                "redis.call('SETEX', KEYS[1], ARGV[1], ARGV[2]) @ 1 SECONDS false SETEX",
                "redis.call('XAUTOCLAIM', KEYS[1], 'g', 'c', ARGV[1], '0') @ 1 MILLIS false XAUTOCLAIM"
            })
    void argumentsHaveTheUnitsOfTheirCommands(String script, String use) {
        assertThat(TimeUses.of(Checked.facts(script)))
                .extracting(time -> time.argument() + " "
                        + (time.unit() == null ? "null" : time.unit().name()) + " " + time.absolute() + " "
                        + time.command())
                .containsExactly(use);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call('SET', KEYS[1], ARGV[1])",
                "redis.call('SET', KEYS[1], ARGV[1], ARGV[2], ARGV[3])",
                "redis.call('EXPIRE', KEYS[1], cjson.decode(ARGV[1]).ttl)",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] * ARGV[2])",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] % 60)",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] .. '000')",
                "redis.call('EXPIRE', KEYS[1], 60)",
                "redis.call(ARGV[1], KEYS[1], ARGV[2])"
            })
    void whereNothingIsProvedNothingIsSaid(String script) {
        assertThat(TimeUses.of(Checked.facts(script))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('EXPIREAT', KEYS[1], ARGV[1]) @ false",
                "redis.call('EXPIREAT', KEYS[1], ARGV[1] + 60) @ true",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] - redis.call('TIME')[1]) @ true",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] * 60) @ false"
            })
    void whatIsAddedOrTakenIsKnown(String script, boolean shifted) {
        assertThat(TimeUses.of(Checked.facts(script)))
                .extracting(TimeUse::shifted)
                .containsExactly(shifted);
    }
}
