package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perigee.error.BatchException;
import dev.perigee.error.ConnectionFailedException;
import dev.perigee.error.ScriptArgumentException;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptLoadException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys, arguments, replies and passwords are in no exception, and in no log up to the level that Lettuce calls debug. */
class ConfidentialityIT {

    private static final String SECRET = "s3cr3t";
    private static final Logger ROOT = Logger.getLogger("");

    private static final Script ECHO = LuaCall.script("return ARGV[1]");
    private static final Script ADD = LuaCall.script("return redis.call('INCRBY', KEYS[1], ARGV[1])");
    private static final Script SLOW = LuaCall.script(
                    "local t = redis.call('TIME')[1] while redis.call('TIME')[1] - t < 2 do end return KEYS[1]")
            .timeout("PT0.2S");
    private static final Script BROKEN = LuaCall.script("return )");

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Collecting(logged);
    private RedisServer server;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeEach
    void start() {
        handler.setLevel(Level.FINE);
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.FINE);
        server = RedisServer.builder().option("requirepass", SECRET).start();
        redis = RedisClient.create();
        client = ScriptClient.connect(
                redis, uri(SECRET), ScriptClientOptions.defaults().withKillOnTimeout(true));
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, ECHO, ADD, SLOW, BROKEN);
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
        ROOT.setLevel(Level.INFO);
        ROOT.removeHandler(handler);
    }

    @Test
    void noValueIsShown() {
        assertHidden(
                ScriptArgumentException.class,
                () -> client.create(FlashSale.class).buy("}" + SECRET, SECRET, 1));
        assertHidden(ScriptErrorException.class, () -> scripts.call(call(ADD)));
        assertHidden(ScriptReplyException.class, () -> scripts.call(call(ECHO)));
        assertHidden(ScriptNotExecutedException.class, () -> scripts.call(call(BROKEN)));
        assertHidden(
                BatchException.class,
                () -> scripts.each(ADD, "amounts", List.of(1, 2), one -> call(ADD))
                        .results());
        assertHidden(ScriptLoadException.class, client::loadScripts);
        assertHidden(ConnectionFailedException.class, () -> ScriptClient.connect(redis, uri(SECRET + "x")));
        assertThat(scripts.callAsync(call(ECHO)).toString()).doesNotContain(SECRET);
        assertThat(client.checkScripts().toString()).doesNotContain(SECRET);
        assertHidden(ScriptOutcomeUnknownException.class, () -> scripts.call(call(SLOW)));
        client.close();
        assertHidden(ScriptNotExecutedException.class, () -> scripts.call(call(ECHO)));

        assertThat(logged).anyMatch(line -> line.contains("EVALSHA Probe.run"));
        assertThat(logged).noneMatch(line -> line.contains(SECRET));
    }

    private static void assertHidden(Class<? extends Exception> type, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(type);
        assertThat(withCauses(thrown)).doesNotContain(SECRET);
    }

    private static LuaCall<Long> call(Script script) {
        return LuaCall.of(script, ReplyReader::asLong).keys("key:" + SECRET).arguments(1, argv -> argv.add(SECRET));
    }

    private RedisURI uri(String password) {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setAuthentication(password.toCharArray());
        return uri;
    }

    private static String withCauses(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static final class Collecting extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();
        private final Queue<String> logged;

        Collecting(Queue<String> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord line) {
            logged.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
