package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that functions return know what they were made with. */
class CapturedParameterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local function command(n) return function(k) return redis.call(n, k) end end local z = command('ZCRAD') return z(KEYS[1])",
                "local function command(n) return function(k) return redis.call(n, k) end end local z, g = command('ZCARD'), command('GTE') z(KEYS[1]) return g(KEYS[1])",
                "local function command(n) return function(k) return redis.call(n, k) end end return command('ZCRAD')(KEYS[1])",
                "local function command(n) return function(k) local ok, v = pcall(function() return redis.call(n, k) end) return v end end return command('ZCRAD')(KEYS[1])"
            })
    void commandsThatDoNotExistAreFound(String script) {
        assertThat(Checked.codes(script, CommandChecked.CLUSTER)).containsExactly("PG501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local function command(n) return function(k) return redis.call(n, k) end end local z, g = command('ZCARD'), command('GET') z(KEYS[1]) return g(KEYS[1])",
                "local function command(n) return function(k) return redis.call(n, k) end end return command(ARGV[1])(KEYS[1])",
                "local function command(n) n = n:lower() return function(k) return redis.call(n, k) end end return command('X')(KEYS[1])",
                "local function counter(n) return function() n = n .. 'x' return redis.call('GET', KEYS[1]) == n and 1 or 0 end end return counter('a')()"
            })
    void otherCommandsAreLeftAlone(String script) {
        assertThat(Checked.codes(script, CommandChecked.CLUSTER)).isEmpty();
    }

    @Test
    void keysAreFollowedAsWell() {
        String script =
                "local function on(k) return function(n) return redis.call(n, k) end end local z = on('{a}:b') return z('GET')";

        assertThat(Checked.codes(script, CommandChecked.CLUSTER)).containsExactly("PG309");
    }
}
