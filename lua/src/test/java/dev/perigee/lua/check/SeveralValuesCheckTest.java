package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralValuesCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return pcall(redis.call, 'GET', KEYS[1])",
                "local function f() return 1, 2 end return f()",
                "local function f() return pcall(redis.call, 'GET', KEYS[1]) end return f()",
                "local function f(k) local v = redis.call('GET', k) if not v then return nil, 'none' end return v, 'text' end return f(KEYS[1])",
                "local M = {} M.f = function() return 1, 2 end return M.f()"
            })
    void callsWhoseValuesAreLostAreFound(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).containsExactly("PG706");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local ok, v = pcall(redis.call, 'GET', KEYS[1]) return v",
                "local function f() return 1, 2 end local a, b = f() return {a, b}",
                "local function f() return 1, 2 end return {f()}",
                "local function f() return 1, 2 end return (f())",
                "return ARGV[1]:gsub('a', 'b')",
                "local function trim(s) return s:gsub('^ +', '') end return trim(ARGV[1])",
                "return redis.pcall('GET', KEYS[1])",
                "local function f() return 1 end return f()",
                "return select(2, pcall(redis.call, 'GET', KEYS[1]))",
                "local function f() return unpack(ARGV) end return f()",
                "local function f() return 1, 2 end local function g() return (f()) end return g()"
            })
    void callsOfWhichOneValueMattersAreLeftAlone(String script) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).isEmpty();
    }
}
