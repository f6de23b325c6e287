package dev.perigee.benchmarks.fused;

import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerErrorException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a fused call answers for each element what a call of its own does, its error with the same text and line, and
 * that an element that fails does so alone. The third element's key is of a type that no script here can use.
 */
final class FusedCheck {

    private static final int ELEMENTS = 5;
    private static final int OF_WRONG_TYPE = 2;

    /** What a script can end with, beside what the measured ones do. */
    private static final List<String> ENDINGS = List.of(
            "return nil",
            "return false",
            "return {1, false, {err = 'E x'}, {'a', {}}}",
            "return redis.status_reply('FINE')",
            "return redis.error_reply('MYERR returned')",
            "local key = KEYS[1]\nerror('raised')",
            "error({err = 'MYERR raised'})",
            "local function inner(value)\n    return value.field\nend\nreturn inner(nil)",
            "if redis.call('LLEN', KEYS[1]) > 0 then\n    error('plain', 0)\nend\nreturn ARGV[1] .. KEYS[1]",
            "return redis.call('GET', KEYS[1])",
            "return redis.pcall('GET', KEYS[1])");

    private final RedisServer server;

    FusedCheck(RedisServer server) {
        this.server = server;
    }

    /** Throws an exception for the first script that answers otherwise. */
    void run() {
        MeasuredScript.ALL.forEach(this::check);
        ENDINGS.forEach(text -> check(new MeasuredScript("an ending", text, 1, 1, 0)));
    }

    private void check(MeasuredScript script) {
        String sha1 = String.valueOf(server.command("SCRIPT", "LOAD", script.text()));
        String fused = String.valueOf(server.command("SCRIPT", "LOAD", FusedText.of(script, sha1)));
        prepare();
        List<String> alone = new ArrayList<>();
        for (int i = 0; i < ELEMENTS; i++) {
            alone.add(text(call(sha1, script, i, 1)));
        }
        prepare();
        String together = text(call(fused, script, 0, ELEMENTS));
        if (!together.equals(alone.toString())) {
            throw new IllegalStateException(
                    script.text() + "\nanswers, element by element: " + alone + "\nfused: " + together);
        }
    }

    private void prepare() {
        server.command("FLUSHALL");
        server.command("RPUSH", "k0:" + OF_WRONG_TYPE, "value");
    }

    private @Nullable Object call(String sha1, MeasuredScript script, int first, int elements) {
        List<String> command = new ArrayList<>(List.of("EVALSHA", sha1, Integer.toString(elements * script.keys())));
        for (int i = first; i < first + elements; i++) {
            for (int key = 0; key < script.keys(); key++) {
                command.add("k" + key + ":" + i);
            }
        }
        for (int i = 0; i < elements * script.arguments(); i++) {
            command.add("1");
        }
        try {
            return server.command(command.toArray(String[]::new));
        } catch (ServerErrorException e) {
            return e;
        }
    }

    private static String text(@Nullable Object reply) {
        if (reply instanceof List<?> elements) {
            return elements.stream().map(FusedCheck::text).toList().toString();
        }
        return reply instanceof ServerErrorException error ? "error " + error.getMessage() : "" + reply;
    }
}
