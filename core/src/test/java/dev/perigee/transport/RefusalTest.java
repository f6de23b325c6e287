package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.transport.Refusal.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRYAGAIN    | TRYAGAIN Multiple keys request during rehashing of slot",
                "CLUSTERDOWN | CLUSTERDOWN The cluster is down",
                "CLUSTERDOWN | CLUSTERDOWN The cluster is down and only accepts read commands",
                "CLUSTERDOWN | CLUSTERDOWN Hash slot not served",
                "LOADING     | LOADING Redis is loading the dataset in memory",
                "LOADING     | LOADING Valkey is loading the dataset in memory",
                "MASTERDOWN  | MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "BUSY        | BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.",
                "BUSY        | BUSY Valkey is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.",
                "READONLY    | READONLY You can't write against a read only replica.",
            })
    void understandsWhatServersSay(Cause cause, String error) {
        assertThat(Refusal.of(error)).isEqualTo(new Refusal(cause, -1, null, 0));
    }

    @Test
    void understandsRedirections() {
        assertThat(Refusal.of("MOVED 3300 127.0.0.1:7000"))
                .isEqualTo(new Refusal(Cause.MOVED, 3300, "127.0.0.1", 7000));
        assertThat(Refusal.of("ASK 1 ::1:7000")).isEqualTo(new Refusal(Cause.ASK, 1, "::1", 7000));
        assertThat(Refusal.of("MOVED 3300 :7000")).isEqualTo(new Refusal(Cause.MOVED, 3300, "", 7000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ERR no",
                "MOVED",
                "MOVED house",
                "ASK me later",
                "MOVED 1 h:1 script: x",
                "BUSY",
                "BUSY come back later",
                "BUSYKEY Target key name already exists.",
                "TRYAGAIN later",
                "LOADING",
                "CLUSTERDOWN",
                "READONLY mode",
                "READONLY You can't write against a read only replica. script: 0123, on @user_script:1.",
                "CLUSTERDOWN Hash slot not served script: 0123, on @user_script:1.",
            })
    void leavesTheErrorsOfScriptsAlone(String error) {
        assertThat(Refusal.of(error)).isNull();
    }
}
