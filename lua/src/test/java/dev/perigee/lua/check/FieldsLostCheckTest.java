package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsLostCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local raw = redis.call('HGETALL', KEYS[1]) local h = {} for i = 1, #raw, 2 do h[raw[i]] = raw[i + 1] end return h",
                "local out = {} for i, k in ipairs(KEYS) do out[i] = {id = k} end return out",
                "local out = {} for i, k in ipairs(KEYS) do table.insert(out, {id = k}) end return out",
                "local out = {} for i, k in ipairs(KEYS) do out[#out + 1] = {id = k, n = redis.call('LLEN', k)} end return out",
                "local r = {} r[KEYS[1]] = 1 return r",
                "local r = {} r[ARGV[1]] = redis.call('GET', KEYS[1]) return r",
                "return {[KEYS[1]] = 1}",
                "local function tohash(raw) local h = {} for i = 1, #raw, 2 do h[raw[i]] = raw[i + 1] end return h end return tohash(redis.call('HGETALL', KEYS[1]))",
                "local t = {} if ARGV[1] then t[ARGV[1]] = 1 end return t",
                "local r = {} for i, k in ipairs(KEYS) do local m = {} m.id = k m.n = redis.call('LLEN', k) r[i] = m end return r",
                "local r = {} r[KEYS[1]] = redis.call('HGETALL', KEYS[1]) return {1, r}"
            })
    void fieldsWithNamesAreLost(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).containsExactly("PG703");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local r = {} r[tonumber(ARGV[1])] = 1 return r",
                "local r = {} r[ARGV[1] + 0] = 1 return r",
                "local r = {} for i, v in ipairs(cjson.decode(ARGV[1])) do r[v] = 1 end return r",
                "local r = {} for k, v in pairs({1, 2}) do r[k] = v end return r",
                "local seen, out = {}, {} for i, v in ipairs(ARGV) do if not seen[v] then seen[v] = true out[#out + 1] = v end end return out",
                "local h = {} for i = 1, #ARGV do h[ARGV[i]] = i end return cjson.encode(h)",
                "local h = {} for i = 1, #ARGV do h[ARGV[i]] = i end local o = {} for k, v in pairs(h) do o[#o + 1] = k o[#o + 1] = v end return o",
                "local h = {} for i = 1, #ARGV do h[ARGV[i]] = nil end return h",
                "local r = {} for i = 1, #ARGV do r[i] = {i, ARGV[i]} end return r",
                "local function tohash(raw) local h = {} for i = 1, #raw, 2 do h[raw[i]] = raw[i + 1] end return h end return tohash(redis.call('HGETALL', KEYS[1])).name",
                "local r = {} for i, k in ipairs(KEYS) do r[k] = redis.call('HGETALL', k) end return {1, r}",
                "local h = {} for i = 1, #ARGV do h[ARGV[i]] = i end if h.a == nil then return 1 end return h.a"
            })
    void positionsAndTablesThatAreNotReturnedAreLeftAlone(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).isEmpty();
    }

    @Test
    void whatIsSentBesidesIsNotLost() {
        String script = "local r = {ARGV[1]} r[KEYS[1]] = 1 return r";

        assertThat(Checked.findings(script, Settings.DEFAULT)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).doesNotContain("empty");
        });
    }
}
