package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.RedisScript;
import dev.perigee.error.InvokerException;
import dev.perigee.error.InvokerException.Reason;
import dev.perigee.error.ScriptLoadException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creating invokers, and what is checked when they are bound. */
class ScriptClientIT {

    /** Not the text of the file of the same name. */
    private static final Script STALE =
            Script.of("Probe.run", "probe/stale.lua", sha1("return 'compiled'"), 0, 0, "return 'compiled'");

    private static RedisServer server;
    private static RedisClient redis;

    private final List<String> warnings = new ArrayList<>();
    private final Logger log = Logger.getLogger(ScriptClient.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            warnings.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private ScriptClient client;

    @RedisScript("nowhere")
    interface Unprocessed {}

    interface NotAnnotated {}

    /** An interface whose invoker calls what this version does not have. */
    @RedisScript("probe")
    public interface Unlinked {}

    @RedisScript("old")
    interface Old {}

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
    }

    @AfterAll
    static void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    @BeforeEach
    void connect() {
        client = ScriptClient.connect(redis);
        log.addHandler(handler);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void disconnect() {
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
        client.close();
    }

    @Test
    void createsTheGeneratedInvoker() {
        assertThat(client.create(FlashSale.class)).isInstanceOf(FlashSaleInvoker.class);
        assertThat(new FlashSaleInvoker(client).buyers("moon")).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void showsHowToRunTheProcessorWhenTheInvokerIsMissing() {
        assertThatThrownBy(() -> client.create(Unprocessed.class))
                .isInstanceOfSatisfying(InvokerException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.MISSING);
                    assertThat(e.type()).isEqualTo(Unprocessed.class);
                })
                .hasMessageContaining("No class dev.perigee.client.ScriptClientIT_UnprocessedInvoker")
                .hasMessageContaining("<annotationProcessorPaths>")
                .hasMessageContaining("<artifactId>perigee-processor</artifactId>")
                .hasMessageContaining("annotationProcessor(\"dev.perigee:perigee-processor:");
    }

    @Test
    void refusesWhatIsNoScriptInterface() {
        assertThatThrownBy(() -> client.create(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String is not an interface");
        assertThatThrownBy(() -> client.create(NotAnnotated.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not annotated with @RedisScript");
    }

    @Test
    void refusesInvokersOfAnotherVersion() {
        assertThatThrownBy(() -> client.create(Old.class))
                .isInstanceOfSatisfying(
                        InvokerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_VERSION))
                .hasMessageContaining("was generated for version 0 ")
                .hasMessageContaining("but this is version " + ScriptDispatch.ABI)
                .hasMessageContaining("compile again");
    }

    @Test
    void refusesInvokersThatDoNotLinkWithThisVersion() {
        assertThatThrownBy(() -> client.create(Unlinked.class))
                .isInstanceOfSatisfying(
                        InvokerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_VERSION))
                .hasMessageContaining("NoSuchMethodError")
                .hasMessageContaining("Compile the interface again with perigee-processor");
    }

    @Test
    void warnsOfAScriptThatChangedAndRunsTheCompiledOne() {
        assertThat(runStale(StaleScripts.WARN)).isEqualTo("compiled");
        assertThat(warnings)
                .containsExactly(
                        "WARNING probe/stale.lua has changed since dev.perigee.client.Probe was compiled with it:"
                                + " Probe.run runs the text that was compiled in. Compile the interface again");
    }

    @Test
    void reloadsAScriptThatChangedIfToldSo() {
        assertThat(runStale(StaleScripts.RELOAD)).isEqualTo("file");
        assertThat(warnings)
                .containsExactly(
                        "WARNING probe/stale.lua has changed since dev.perigee.client.Probe was compiled with it:"
                                + " Probe.run runs the changed text, which nothing has checked. Compile the interface again");
    }

    @Test
    void refusesAScriptThatChangedIfToldSo() {
        assertThatThrownBy(() -> runStale(StaleScripts.FAIL))
                .isInstanceOfSatisfying(
                        InvokerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STALE_SCRIPT))
                .hasMessageContaining("probe/stale.lua has changed since");
    }

    @Test
    void doesNotCompareIfToldSo() {
        assertThat(runStale(StaleScripts.IGNORE)).isEqualTo("compiled");
        assertThat(warnings).isEmpty();
    }

    @Test
    void doesNotMissFilesThatAreNotShipped() {
        Script script = Script.of("Probe.gone", "probe/gone.lua", sha1("return 1"), 0, 0, "return 1");
        client.bind(ScriptDispatch.ABI, Probe.class, script);
        assertThat(warnings).isEmpty();
    }

    @Test
    void namesEveryScriptThatCouldNotBeLoaded() {
        String text = "local a = 1\nreturn )";
        Script broken = Script.of("Probe.broken", "probe/broken.lua", sha1(text), 0, 0, text);
        client.bind(ScriptDispatch.ABI, Probe.class, broken);
        client.create(FlashSale.class);

        assertThatThrownBy(client::loadScripts)
                .isInstanceOfSatisfying(
                        ScriptLoadException.class, e -> assertThat(e.failures()).hasSize(1))
                .hasMessageContaining("Probe.broken: ERR unexpected symbol near ')' (probe/broken.lua:2)");
        assertThat(client.loadScriptsAsync().handle((count, failure) -> failure).join())
                .hasCauseInstanceOf(ScriptLoadException.class);
    }

    @Test
    void refusesCallsOfScriptsThatWereNotBound() {
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, STALE);
        ScriptCall<Long> other = LuaCall.of(LuaCall.script("return 1"), ReplyReader::asLong);
        assertThatThrownBy(() -> scripts.call(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String runStale(StaleScripts answer) {
        ScriptClientOptions options = ScriptClientOptions.defaults().withStaleScripts(answer);
        try (ScriptClient client = ScriptClient.connect(redis, options)) {
            return client.bind(ScriptDispatch.ABI, Probe.class, STALE).call(LuaCall.of(STALE, ReplyReader::asString));
        }
    }

    private static String sha1(String text) {
        return ScriptFile.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .sha1();
    }
}
