package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteProofTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "return redis.call('GET', KEYS[1]) @ \"\"",
                "return redis.call('TOUCH', KEYS[1]) @ \"\"",
                "return redis.call('BITFIELD_RO', KEYS[1], 'GET', 'u8', 0) @ \"\"",
                "redis.call('SET', KEYS[1], 1) @ SET",
                "if ARGV[1] == '1' then redis.call('DEL', KEYS[1]) end return redis.call('GET', KEYS[1]) @ DEL",
                "redis.call('PUBLISH', 'news', 'x') redis.call('SPUBLISH', 'news', 'x') @ PUBLISH SPUBLISH",
                "return redis.call('PFCOUNT', KEYS[1]) @ PFCOUNT",
                "return redis.call('BITFIELD', KEYS[1], 'GET', 'u8', 0) @ BITFIELD",
                "return redis.call('GETEX', KEYS[1]) @ GETEX",
                "return redis.call('SORT', KEYS[1]) @ SORT",
                "local f = redis.pcall f('INCR', KEYS[1]) @ INCR",
                "redis.call('XGROUP', 'CREATE', KEYS[1], 'g', '0') @ XGROUP"
            })
    void whatIsRefusedIsNamed(String script, String refused) {
        WriteProof proof = WriteProof.of(Checked.facts(script));

        assertThat(String.join(
                        " ",
                        proof.refused().stream()
                                .map(use -> String.valueOf(use.name()))
                                .toList()))
                .isEqualTo(refused);
        assertThat(proof.isReadOnly()).isEqualTo(refused.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return redis.call(ARGV[1], KEYS[1])",
                "return redis.call('JSON.GET', KEYS[1])",
                "return redis.call('GETT', KEYS[1])",
                "return redis.call('XINFO', ARGV[1], KEYS[1])",
                "return loadstring(ARGV[1])()"
            })
    void whatIsNotKnownIsNoProof(String script) {
        WriteProof proof = WriteProof.of(Checked.facts(script));

        assertThat(proof.refused()).isEmpty();
        assertThat(proof.isReadOnly()).isFalse();
    }

    @Test
    void aScriptWithoutCommandsOnlyReads() {
        assertThat(WriteProof.of(Checked.facts("return #ARGV")).isReadOnly()).isTrue();
    }
}
