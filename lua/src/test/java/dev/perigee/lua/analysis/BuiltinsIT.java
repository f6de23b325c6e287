package dev.perigee.lua.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.ParseResult;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What expressions evaluate to on a server is what the evaluation thinks to be possible. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class BuiltinsIT {

    /** Gives, of the first three values, their types, and their texts. */
    private static final String SEEN = """
            local function seen(...)
                local all = {}
                for i = 1, 3 do
                    local value = select(i, ...)
                    local kind = type(value)
                    local text = ''
                    if kind == 'number' then
                        text = string.format('%%.17g', value)
                    elseif kind == 'string' then
                        text = value
                    elseif kind == 'boolean' then
                        text = tostring(value)
                    elseif kind == 'table' then
                        text = rawget(value, 'ok') or rawget(value, 'err') or ''
                    end
                    all[i] = {kind, text}
                end
                return all
            end
            return seen(%s)
            """;

    private RedisServer server;

    @BeforeAll
    void start() {
        server = RedisServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void expressionsEvaluateToWhatIsThoughtPossible() {
        List<String> differences = new ArrayList<>();
        List<String> expressions = expressions();
        int certain = 0;
        for (String expression : expressions) {
            List<Value> ours = evaluated(expression);
            List<?> theirs = seen(expression);
            if (theirs.isEmpty()) {
                differences.add(expression + " raises an error");
                continue;
            }
            for (int i = 0; i < ours.size(); i++) {
                List<?> one = (List<?>) theirs.get(i);
                String kind = String.valueOf(one.get(0));
                String text = String.valueOf(one.get(1));
                certain += ours.get(i).isUnknown() ? 0 : 1;
                if (!ours.get(i).any(atom -> is(atom, kind, text))) {
                    differences.add("value " + (i + 1) + " of " + expression + ": " + Notation.of(ours.get(i))
                            + ", on the server " + kind + " " + text);
                }
            }
        }
        System.out.printf(
                "expressions: %d, of their first three values %d known to some extent, %d differences%n",
                expressions.size(), certain, differences.size());
        assertThat(differences).isEmpty();
    }

    private static List<String> expressions() {
        try (InputStream in =
                Objects.requireNonNull(BuiltinsIT.class.getResourceAsStream("/differential/values.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Value> evaluated(String expression) {
        ParseResult parsed = LuaParser.parse("local a, b, c = " + expression + " return a, b, c");
        assertThat(parsed.errors()).as(expression).isEmpty();
        return ScriptAnalysis.analyse(parsed.chunk()).returns().get(0).values().stream()
                .map(Argument::value)
                .toList();
    }

    private List<?> seen(String expression) {
        server.command("FLUSHALL");
        try {
            return (List<?>) Objects.requireNonNull(
                    server.command("EVAL", SEEN.formatted(expression), "1", "k", "5", "x", "1.5"));
        } catch (ServerErrorException e) {
            return List.of();
        }
    }

    private static boolean is(Atom atom, String kind, String text) {
        if (atom instanceof Atom.Unknown) {
            return true;
        } else if (atom instanceof Atom.Nil) {
            return kind.equals("nil");
        } else if (atom instanceof Atom.Bool bool) {
            return kind.equals("boolean") && text.equals(Boolean.toString(bool.value()));
        } else if (atom instanceof Atom.Numeric number) {
            return kind.equals("number") && isOf(number, text);
        } else if (atom instanceof Atom.Text string) {
            return kind.equals("string")
                    && (string.literal() == null || string.literal().equals(text));
        } else if (atom instanceof Atom.Status status) {
            return kind.equals("table")
                    && (status.text() == null || status.text().equals(text));
        } else if (atom instanceof Atom.Builtin || atom instanceof Atom.Closure) {
            return kind.equals("function");
        }
        return kind.equals("table");
    }

    private static boolean isOf(Atom.Numeric number, String text) {
        double value = Double.parseDouble(text.replace("inf", "Infinity").replaceAll("-?nan", "NaN"));
        if (number.constant() != null) {
            return Double.compare(number.constant(), value) == 0;
        }
        return number.kind() != Atom.Numeric.Kind.WHOLE || value == Math.rint(value);
    }
}
