package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandLines;
import dev.perigee.lua.commands.LiveCommands;
import dev.perigee.lua.commands.LiveCommands.LiveReply;
import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.servers.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No call of a command that a server runs is reported as an error, and calls as the grammar has them are not refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class CommandWordsIT {
    private static final long SEED = 20261126;
    private static final int LINES_PER_COMMAND = 30;
    private static final int MUTATIONS = Integer.getInteger("perigee.mutations", 20_000);

    /** Errors because of what the keys hold, not of the words. */
    private static final Pattern OF_THE_DATA = Pattern.compile(
            "(WRONGTYPE|NOGROUP|BUSYGROUP|BUSYKEY) .*|ERR (no such key|index out of range|The specified keys must contain"
                    + "|DUMP payload|The XGROUP subcommand requires the key|The ID specified|hash value is not).*");

    /** Errors because a call is not understood. */
    private static final Pattern OF_THE_WORDS = Pattern.compile(
            ".*(syntax error|wrong number of arg|not an integer|not a valid|is not a|not compatible|unknown|unrecognized).*",
            Pattern.CASE_INSENSITIVE);

    /** What the grammar, merged from all servers, does not tell, and no check looks at; the last until 8.0. */
    private static final Pattern NOT_IN_THE_GRAMMAR = Pattern.compile(
            "(XADD|XTRIM) k1 .*(MAXLEN|MINID) (= )?\\d+ LIMIT .*|GEORADIUS.* WITH.* STORE.*|BITCOUNT k1 \\S+",
            Pattern.CASE_INSENSITIVE);

    /**
     * What a server runs and no one means: of an option twice the last counts, XSETID and XPENDING do not read to their ends,
     * XACK looks at no ID where there is no such group, and XCLAIM needs none.
     */
    private static final Pattern RUN_BY_MISTAKE = Pattern.compile(
            ".* (EX|PX|EXAT|PXAT) \\S+ (.* )?\\1 .*|XSETID .* MAXDELETEDID \\S+ .*|XPENDING( \\S+){7,}|XACK \\S+ (?!g ).*"
                    + "|XCLAIM( \\S+){4} [a-z].*",
            Pattern.CASE_INSENSITIVE);

    private RedisServer server;
    private Target target;
    private LiveCommands live;

    @BeforeAll
    void start() {
        server = RedisServer.start();
        target = LiveCommands.target(server);
        live = new LiveCommands(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void callsAsTheGrammarHasThemAreRun() {
        assumeTrue(target == Target.REDIS_7_0, "what the merged grammar does not tell is known for 7.0 only");
        CommandLines lines = new CommandLines(target, SEED);
        List<List<String>> calls = wellFormed(lines);
        List<List<LiveReply>> replies = live.run(calls);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            List<String> errors = errors(replies.get(i));
            List<String> findings = findings(calls.get(i));
            String call = String.join(" ", calls.get(i));
            boolean missed = findings.isEmpty()
                    && errors.stream().anyMatch(OF_THE_WORDS.asMatchPredicate())
                    && !NOT_IN_THE_GRAMMAR.matcher(call).matches();
            if (missed || (errors.isEmpty() && !findings.isEmpty())) {
                differences.add(call + ": " + findings + ", on the server " + errors);
            }
        }
        System.out.printf(
                "well-formed calls on %s: %d of %d commands, %d differences%n",
                target.id(), calls.size(), lines.harmless().size(), differences.size());
        assertThat(differences).isEmpty();
    }

    @Test
    void callsThatAreRunAreNotReported() {
        CommandLines lines = new CommandLines(target, SEED);
        List<List<String>> originals = wellFormed(lines);
        List<List<String>> calls = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            calls.add(lines.mutated(originals.get(i % originals.size())));
        }
        List<List<LiveReply>> replies = live.run(calls);
        List<String> falseAlarms = new ArrayList<>();
        int refused = 0;
        int found = 0;
        for (int i = 0; i < calls.size(); i++) {
            List<String> errors = errors(replies.get(i));
            List<String> findings = findings(calls.get(i));
            refused += errors.isEmpty() ? 0 : 1;
            found += errors.isEmpty() || findings.isEmpty() ? 0 : 1;
            boolean meant =
                    !RUN_BY_MISTAKE.matcher(String.join(" ", calls.get(i))).matches();
            if (isRun(replies.get(i)) && errors.isEmpty() && !findings.isEmpty() && meant) {
                falseAlarms.add(calls.get(i) + ": " + findings);
            }
        }
        System.out.printf(
                "mutated calls on %s: %d, the server refuses %d, of which %d are reported and %d missed, %d false alarms%n",
                target.id(), calls.size(), refused, found, refused - found, falseAlarms.size());
        assertThat(falseAlarms).isEmpty();
        assertThat((double) found / refused).isGreaterThan(0.97);
    }

    private static List<List<String>> wellFormed(CommandLines lines) {
        List<List<String>> calls = new ArrayList<>();
        for (Command command : lines.harmless()) {
            for (int i = 0; i < LINES_PER_COMMAND; i++) {
                calls.add(lines.wellFormed(command));
            }
        }
        return calls.stream().distinct().toList();
    }

    /** Whether there is a state of the keys in which a call is no error. */
    private static boolean isRun(List<LiveReply> replies) {
        return replies.stream().anyMatch(reply -> reply.error().isEmpty());
    }

    private static List<String> errors(List<LiveReply> replies) {
        return replies.stream()
                .map(LiveReply::error)
                .flatMap(Optional::stream)
                .filter(error -> !OF_THE_DATA.matcher(error).matches())
                .distinct()
                .toList();
    }

    /** The errors that are reported of a call's command and words. */
    private List<String> findings(List<String> words) {
        String script = words.stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", ", "return redis.call(", ")"));
        return Checked.findings(script, CommandChecked.on(target)).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> finding.rule().code().startsWith("PG5"))
                .map(ScriptFinding::message)
                .toList();
    }
}
