package dev.perigee.lua.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.WordProblem.Kind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    /** The words of a line; {@code ?} is one that is not known, {@code _} an empty one, {@code ...} at the end stands for any number. */
    private static CommandLine line(String text) {
        List<@Nullable String> words = Arrays.stream(text.replace(" ...", "").split(" ", -1))
                .map(word -> word.equals("?") ? null : word.equals("_") ? "" : word)
                .collect(Collectors.toCollection(ArrayList::new));
        return new CommandLine(words, text.endsWith(" ..."));
    }

    private static Command command(String text) {
        return CommandTable.find(Objects.requireNonNull(line(text).words().get(0)))
                .orElseThrow();
    }

    private static List<Kind> kinds(String text, Target target) {
        return command(text).problems(line(text), target).stream()
                .map(WordProblem::kind)
                .toList();
    }

    @Test
    void commandsAreFoundInAnyCase() {
        assertThat(CommandTable.find("hgetall").orElseThrow().name()).isEqualTo("HGETALL");
        assertThat(CommandTable.find("hgetal")).isEmpty();
        assertThat(CommandTable.names()).contains("GET", "XINFO").doesNotContain("XINFO STREAM");
        assertThat(command("XINFO").subcommand("stream").orElseThrow().name()).isEqualTo("XINFO STREAM");
    }

    @Test
    void serversDifferInWhatTheyHaveAndBar() {
        assertThat(command("HEXPIRE").isOn(Target.REDIS_7_2)).isFalse();
        assertThat(command("HEXPIRE").isOn(Target.REDIS_7_4)).isTrue();
        assertThat(command("HEXPIRE").since()).contains("7.4.0");
        assertThat(command("BLPOP").isBarredFromScripts(Target.REDIS_7_0)).isTrue();
        assertThat(command("BLPOP").isBarredFromScripts(Target.REDIS_7_2)).isFalse();
        assertThat(command("BLPOP").isBlocking()).isTrue();
        assertThat(command("PUBLISH").writes()).isFalse();
        assertThat(command("PUBLISH").isRefusedReadOnly()).isTrue();
        assertThat(command("GET").isRefusedReadOnly()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET k, 1",
        "MSET a 1 b 2, 1 3",
        "DEL a b c, 1 2 3",
        "XGROUP CREATE s g 0, 2",
        "OBJECT ENCODING k, 2",
        "ZUNIONSTORE d 2 a b WEIGHTS 1 2, 1 3 4",
        "LMPOP 2 a b LEFT, 2 3",
        "XREAD COUNT 2 STREAMS a b 0 0, 4 5",
        "XREADGROUP GROUP g c STREAMS a >, 5",
        "BITOP AND d a b, 2 3 4",
        "SMOVE a b m, 1 2",
        "BLPOP a b 0, 1 2",
        "MIGRATE h 6379 _ 0 1000 KEYS a b, 7 8",
        "PUBLISH channel message, ''"
    })
    void keysAreFound(String text, String expected) {
        KeyPositions keys = command(text).keys(line(text));

        assertThat(keys.complete()).isTrue();
        assertThat(String.join(
                        " ", keys.positions().stream().map(String::valueOf).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL a ...", "ZUNIONSTORE d ? a b", "SORT k BY w_*", "XREAD ? ? STREAMS a 0", "MSET a ..."})
    void keysThatMayBeMissedAreSaidToBe(String text) {
        assertThat(command(text).keys(line(text)).complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET k v",
                "SET k v EX 60 NX",
                "SET k v nx px ?",
                "SET k v XX GET",
                "SET k v ?",
                "SET k v EX ...",
                "SET k v KEEPTTL",
                "SETEX k 60 v",
                "EXPIRE k 60",
                "ZADD k NX CH 1 a 2 b",
                "ZADD k ? ?",
                "ZADD k ? ? ?",
                "ZADD k -inf a",
                "ZADD k GT XX 1.5 a",
                "ZRANGEBYSCORE k -inf (5 WITHSCORES LIMIT 0 10",
                "ZRANGE k 0 -1 REV",
                "ZRANGE k (1 +inf BYSCORE LIMIT 0 5",
                "SORT k BY w_* LIMIT 0 5 GET a GET b DESC ALPHA STORE d",
                "HSET k f v g w",
                "HSET k f ...",
                "LPOS k v RANK -1 COUNT 0 MAXLEN 10",
                "SCAN 0 MATCH a* COUNT 10 TYPE hash",
                "XADD s MAXLEN ~ 1000 * f v",
                "XADD s * f v",
                "GEOADD k NX 1.5 2.5 m",
                "BITFIELD k GET u8 0 INCRBY u8 #1 1",
                "EXPIRE k 60 GT",
                "LPOP k 2",
                "BITCOUNT k 0 -1 BIT",
                "SRANDMEMBER k -5",
                "RESTORE k 0 x REPLACE",
                "GETEX k PERSIST",
                "COPY a b REPLACE",
                "INCRBYFLOAT k 1.5",
                "ZINCRBY k 1.5 m",
                "ZADD k 5. a .5 b +inf c 0x10 d 1e-3 e",
                "ZRANGE k 0 -1 LIMIT ? 5 ?",
                "RESTORE k 0 x FREQ 1",
                "ZRANGE k 0 -1 LIMIT 0 -1",
                "LMOVE a b ? right",
                "ZUNION ? a b WITHSCORE",
                "ZUNION 2 ...",
                "ZUNION 2 a b WEIGHTS 1 2.5 AGGREGATE max WITHSCORES",
                "ZUNION 2 a b WEIGHTS ...",
                "GEOSEARCH k BYBOX 1 2 km COUNT 5 ANY ASC FROMMEMBER m WITHCOORD",
                "LMPOP 2 a b LEFT COUNT 5"
            })
    void correctCallsHaveNoProblems(String text) {
        assertThat(command(text).problems(line(text), Target.REDIS_7_0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SET k v 60, UNKNOWN_OPTION",
        "SET k v EXX 60, UNKNOWN_OPTION",
        "SET k v EX, MISSING_OPERAND",
        "SET k v EX 60 PX 100, CONFLICTING_OPTIONS",
        "SET k v NX XX, CONFLICTING_OPTIONS",
        "SET k v KEEPTTL EX 5, CONFLICTING_OPTIONS",
        "SET k v EX 1.5, NOT_A_NUMBER",
        "SETEX k value 60, NOT_A_NUMBER",
        "EXPIRE k abc, NOT_A_NUMBER",
        "EXPIRE k 1.5, NOT_A_NUMBER",
        "ZADD k m 1, NOT_A_NUMBER",
        "ZADD k NX XX 1 m, CONFLICTING_OPTIONS",
        "ZADD k 1 a 2, MISSING_OPERAND",
        "HSET k f v g, MISSING_OPERAND",
        "MSET a 1 b, MISSING_OPERAND",
        "ZRANGEBYSCORE k 0 1 LIMIT 0, MISSING_OPERAND",
        "SET k v IFEQ x, NOT_ON_TARGET",
        "INCRBY k one, NOT_A_NUMBER",
        "LPOS k v RNK 1, UNKNOWN_OPTION",
        "ZADD k (1 m, NOT_A_NUMBER",
        "ZADD k nan m, NOT_A_NUMBER",
        "ZADD k 1.2.3 m, NOT_A_NUMBER",
        "ZRANGEBYSCORE k [1 2, NOT_A_NUMBER",
        "ZRANGE k 0 -1 LIMIT 0 5, UNKNOWN_OPTION",
        "ZRANGESTORE d k 0 -1 REV LIMIT 0 5, UNKNOWN_OPTION",
        "ZRANGE k - + BYLEX WITHSCORES, CONFLICTING_OPTIONS",
        "RESTORE k 0 x IDLETIME 1 FREQ 1, CONFLICTING_OPTIONS",
        "HSCAN k 0 NOVALUES, NOT_ON_TARGET",
        "LMOVE a b LEFT UP, UNKNOWN_OPTION",
        "LINSERT k BEFOR a b, UNKNOWN_OPTION",
        "ZUNION 2 a b WITHSCORE, UNKNOWN_OPTION",
        "ZUNIONSTORE d 2 a b WEIGHTS 1, MISSING_OPERAND",
        "ZUNIONSTORE d 2 a b WEIGHTS 1 x, NOT_A_NUMBER",
        "ZUNIONSTORE d 2 a b AGGREGATE AVG, UNKNOWN_OPTION",
        "LMPOP 1 a LEFT 5, UNKNOWN_OPTION",
        "GEOSEARCH k FROMMEMBER m BYRADIUS 5 KG, UNKNOWN_OPTION",
        "GEOSEARCH k FROMLONLAT 1 x BYRADIUS 5 KM, NOT_A_NUMBER",
        "GEOSEARCH k FROMMEMBER m FROMLONLAT 1 2 BYRADIUS 5 KM, CONFLICTING_OPTIONS",
        "ZRANK k m WITHSCORE, NOT_ON_TARGET"
    })
    void wrongCallsHaveOne(String text, Kind expected) {
        assertThat(kinds(text, Target.REDIS_7_0)).containsExactly(expected);
    }

    @Test
    void anOptionIsNewerThanTheTarget() {
        assertThat(kinds("EXPIRE k 60 NX", Target.REDIS_6_2)).containsExactly(Kind.NOT_ON_TARGET);
        assertThat(kinds("EXPIRE k 60 NX", Target.REDIS_7_0)).isEmpty();
        assertThat(kinds("SET k v IFEQ x", Target.VALKEY_8_1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET k, '[Bulk[fractional=false], Nil[]]'",
        "SET k v, '[Status[text=OK]]'",
        "SET k v NX, '[Status[text=OK], Nil[]]'",
        "SET k v NX GET, '[Bulk[fractional=false], Nil[]]'",
        "INCR k, '[Whole[]]'",
        "TYPE k, '[Status[text=null]]'",
        "ZSCORE k m, '[Bulk[fractional=true], Nil[]]'",
        "LPOP k, '[Bulk[fractional=false], Nil[]]'",
        "LPOP k 2, '[Array[first=[], rest=[Bulk[fractional=false]]], Nil[]]'",
        "OBJECT ENCODING k, '[Bulk[fractional=false], Nil[]]'",
        "XINFO ? k, '[Any[]]'"
    })
    void repliesDependOnTheWords(String text, String expected) {
        assertThat(command(text).replies(line(text))).hasToString(expected);
    }

    @Test
    void wordsThatAreNotKnownLeaveAllRepliesThatTheyCanCause() {
        assertThat(command("SET").replies(line("SET k v ?")))
                .containsExactlyInAnyOrder(new LuaReply.Status("OK"), new LuaReply.Nil(), new LuaReply.Bulk(false));
    }

    @ParameterizedTest
    @CsvSource({
        "SET k v EX 60, 4, SECONDS, false",
        "SET k v NX PX ?, 5, MILLIS, false",
        "SET k v PXAT ?, 4, MILLIS, true",
        "PEXPIRE k ?, 2, MILLIS, false",
        "EXPIREAT k ?, 2, SECONDS, true",
        "GETEX k EX ?, 3, SECONDS, false",
        "RESTORE k ? v ABSTTL, 2, MILLIS, true"
    })
    void timesHaveUnits(String text, int word, ChronoUnit unit, boolean absolute) {
        assertThat(command(text).times(line(text))).containsExactly(new TimeWord(word, unit, absolute));
    }
}
