package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberAsTextCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local t = redis.call('TIME') return cjson.encode({at = t[1] * 1000000 + t[2]})",
                "local t = redis.call('TIME') local us = t[1] * 1000000 + t[2] return table.concat({'id', us}, '-')",
                "local t = redis.call('TIME') local us = t[1] * 1000000 + t[2] return string.format('id-%s', us)",
                "local t = redis.call('TIME') local us = t[1] * 1000000 + t[2] return string.format('%d%% %s', 5, us)",
                "local t = redis.call('TIME') local e = {} e.at = t[1] * 1000000 + t[2] e.list = {1, 2} return cjson.encode({e})"
            })
    void largeNumbersWrittenAsTextAreFound(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).containsExactly("PG707");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local t = redis.call('TIME') local us = t[1] * 1000000 + t[2] return string.format('id-%.0f %d %s', us, us, 'x')",
                "local t = redis.call('TIME') return cjson.encode({at = t[1] * 1000 + math.floor(t[2] / 1000)})",
                "local t = redis.call('TIME') return cjson.encode({at = string.format('%.0f', t[1] * 1000000 + t[2])})",
                "local t = redis.call('TIME') local us = t[1] * 1000000 + t[2] return 'took ' .. (us - redis.call('GET', KEYS[1]))",
                "local t = redis.call('TIME') local us = t[1] * 1000000 + t[2] local list = {us, 1} return #list",
                "local t = redis.call('TIME') local us = t[1] * 1000000 + t[2] return table.concat({'id', t[1], t[2]}, '-')"
            })
    void numbersWrittenInFullAreLeftAlone(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).isEmpty();
    }
}
