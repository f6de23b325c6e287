package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InexactIntegerCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local t = redis.call('TIME') return t[1] * 1000000000 + t[2] * 1000",
                "local t = redis.call('TIME') redis.call('SET', KEYS[1], t[1] * 1000000000 + t[2] * 1000)",
                "local t = redis.call('TIME') local e = 1288834974657 return (t[1] * 1000 - e) * 4194304 + 5",
                "local t = redis.call('TIME') local e = 1704067200000 local ms = t[1] * 1000 + math.floor(t[2] / 1000) return (ms - e) * 4194304 + redis.call('INCR', KEYS[1]) % 4096"
            })
    void timesBeyondWhatIsExactAreFound(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).containsExactly("PG705");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local t = redis.call('TIME') redis.call('ZADD', KEYS[1], t[1] * 1000000000 + t[2] * 1000, ARGV[1])",
                "local t = redis.call('TIME') return t[1] * 1000000 + t[2]",
                "local t = redis.call('TIME') local start = redis.call('GET', KEYS[1]) return (t[1] - start) * 1000000000",
                "local t = redis.call('TIME') return (t[1] - ARGV[1]) * 4194304",
                "local t = redis.call('TIME') return t[2] * 1000000000",
                "local t = redis.call('TIME') return (t[1] - 1795656356) * 1000000000",
                "local t = redis.call('TIME') redis.call('ZADD', KEYS[1], 'NX', t[1] * 1000000000 + t[2] * 1000, ARGV[1])",
                "local t = redis.call('TIME') redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, t[1] * 1000000000)"
            })
    void smallerNumbersAndSpansAreLeftAlone(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).isEmpty();
    }
}
