package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorArgumentCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error(setmetatable({}, {__tostring = function() return 'x' end}))",
                "error(setmetatable({}, {}))",
                "error({err = nil})"
            })
    void tablesWithoutAMessageAreFound(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).containsExactly("PG609");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error(setmetatable({}, {__index = {err = 'CODE x'}}))",
                "error(setmetatable({err = 'CODE x'}, {__tostring = function() return 'x' end}))",
                "local e = setmetatable({}, {}) e.err = 'CODE x' error(e)",
                "local e = {} e[ARGV[1]] = 'x' error(e)",
                "local t = {} return error(setmetatable(t, {__index = {err = 'CODE x'}}))"
            })
    void tablesThatMayHaveOneAreLeftAlone(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).isEmpty();
    }
}
