package dev.perigee.lua.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The parser accepts a script exactly when a server loads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptLoadDifferentialIT {
    private static final long SEED = 20261122;
    private static final int MUTATIONS = Integer.getInteger("perigee.mutations", 20_000);
    private static final int BATCH = 200;

    private final RedisServer server = RedisServer.start();
    private ScriptLoader loader;
    private boolean readsShebangs;
    private boolean refusesNestedBrackets;

    @BeforeAll
    void connect() throws IOException {
        loader = new ScriptLoader(server.host(), server.port());
        readsShebangs = !loader.command("INFO", "server").contains("redis_version:6.");
        // Redis's own Lua does; one that a distribution links instead, as Debian's does, may be built without this
        // rule.
        refusesNestedBrackets = loader.load(List.of("return [[a[[b]]".getBytes(StandardCharsets.US_ASCII)))
                .get(0)
                .startsWith("-");
    }

    @AfterAll
    void disconnect() throws IOException {
        loader.close();
        server.close();
    }

    @Test
    void handWrittenSnippetsHaveTheSameVerdict() throws IOException {
        assertThat(disagreements("hand-written", Snippets.all())).isEmpty();
    }

    @Test
    void snippetsAtTheLimitsHaveTheSameVerdict() throws IOException {
        assertThat(disagreements("at the limits", LimitSnippets.all())).isEmpty();
    }

    @Test
    void mutatedSnippetsHaveTheSameVerdict() throws IOException {
        List<String> originals = Snippets.all();
        Random random = new Random(SEED);
        Mutations mutations = new Mutations(SEED);
        List<String> mutated = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            mutated.add(mutations.mutate(originals.get(random.nextInt(originals.size()))));
        }
        assertThat(disagreements("mutated", mutated)).isEmpty();
    }

    private List<String> disagreements(String what, List<String> snippets) throws IOException {
        List<String> disagreements = new ArrayList<>();
        int loaded = 0;
        int unread = 0;
        int nested = 0;
        for (int from = 0; from < snippets.size(); from += BATCH) {
            List<String> batch = snippets.subList(from, Math.min(from + BATCH, snippets.size()));
            List<String> replies = loader.load(batch.stream()
                    .map(snippet -> snippet.getBytes(StandardCharsets.UTF_8))
                    .toList());
            for (int i = 0; i < batch.size(); i++) {
                String snippet = batch.get(i);
                boolean loads = !replies.get(i).startsWith("-");
                loaded += loads ? 1 : 0;
                if (snippet.startsWith("#!") && !readsShebangs) {
                    unread++;
                    continue;
                }
                List<SyntaxError> errors = LuaParser.parse(snippet).errors();
                if (!refusesNestedBrackets && errors.stream().anyMatch(ScriptLoadDifferentialIT::isNestedBracket)) {
                    nested++;
                    continue;
                }
                if (errors.isEmpty() != loads) {
                    disagreements.add(describe(snippet, replies.get(i), errors));
                }
            }
            loader.command("SCRIPT", "FLUSH");
        }
        System.out.printf(
                "%s: %d snippets, %d loaded, %d refused, %d with a shebang and %d with nested [[ this server knows nothing"
                        + " of, %d disagreements%n",
                what, snippets.size(), loaded, snippets.size() - loaded, unread, nested, disagreements.size());
        disagreements.forEach(System.out::println);
        return disagreements;
    }

    private static boolean isNestedBracket(SyntaxError error) {
        return error.message().startsWith("`[[` inside a long ");
    }

    private static String describe(String snippet, String reply, List<SyntaxError> errors) {
        String shown = snippet.length() > 400
                ? snippet.substring(0, 200) + " … " + snippet.substring(snippet.length() - 200)
                : snippet;
        return "DISAGREEMENT on " + shown.replace("\n", "␊").replace("\0", "␀") + "\n  server: " + reply
                + "\n  parser: " + errors;
    }
}
