package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perigee.client.ScriptClient;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.servers.RedisServer;
import dev.perigee.spring.counters.Counters;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(OutputCaptureExtension.class)
class StandaloneIT {

    private static final String SHA1 = "580e6155659f4567b013eddd837c4fc7b80e55a0";

    private final RedisServer server =
            RedisServer.builder().option("requirepass", "secret").start();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void authenticatesAndCallsScriptsInTheApplicationsDatabase() {
        run("spring.data.redis.password=secret", context -> {
            Counters counters = context.getBean(Counters.class);
            assertThat(counters.add("a", 2)).isEqualTo(2);
            assertThat(counters.add("a", 3)).isEqualTo(5);
            assertThat(context.getBean(StringRedisTemplate.class).opsForValue().get("counter:{a}"))
                    .isEqualTo("5");
            assertThat(server.command("INFO", "keyspace"))
                    .asString()
                    .contains("db3:keys=1")
                    .doesNotContain("db0");
        });
    }

    @Test
    void loadsScriptsAtStartAndSaysSoInOneLine(CapturedOutput output) {
        run("spring.data.redis.password=secret", context -> {
            assertThat(server.command("SCRIPT", "EXISTS", SHA1)).isEqualTo(List.of(1L));
            assertThat(output)
                    .containsPattern("Loaded 1 Redis script into 127\\.0\\.0\\.1:" + server.port()
                            + ", database 3 in \\d+ ms\\R");
            assertThat(output).doesNotContain("secret");
        });
    }

    @Test
    void withoutLoadingAtStartAScriptIsLoadedAtItsFirstCall() {
        Applications.with(properties("spring.data.redis.password=secret"))
                .withPropertyValues("perigee.warm-up=off")
                .run(context -> {
                    assertThat(server.command("SCRIPT", "EXISTS", SHA1)).isEqualTo(List.of(0L));
                    assertThat(context.getBean(Counters.class).add("a", 1)).isEqualTo(1);
                });
    }

    @Test
    void scriptsCanBeCalledWhileTheContextIsPausedAndAfterwards() {
        run("spring.data.redis.password=secret", context -> {
            Counters counters = context.getBean(Counters.class);
            context.pause();
            assertThat(counters.add("a", 1)).isEqualTo(1);
            context.restart();
            assertThat(counters.add("a", 1)).isEqualTo(2);
            context.stop();
            context.start();
            assertThat(counters.add("a", 1)).isEqualTo(3);
        });
    }

    @Test
    void closingTheContextClosesTheClientAndItsConnection() {
        Counters[] counters = new Counters[1];
        ScriptClient[] client = new ScriptClient[1];
        run("spring.data.redis.password=secret", context -> {
            counters[0] = context.getBean(Counters.class);
            client[0] = context.getBean(ScriptClient.class);
            assertThat(server.command("CLIENT", "LIST")).asString().contains("name=counting");
        });
        assertThat(client[0].isOpen()).isFalse();
        assertThat(server.command("CLIENT", "LIST")).asString().doesNotContain("name=counting");
        assertThatExceptionOfType(ScriptNotExecutedException.class).isThrownBy(() -> counters[0].add("a", 1));
    }

    @Test
    void aWrongPasswordIsARefusalOfCredentials() {
        Applications.with(properties("spring.data.redis.password=wrong"))
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(RedisCommandExecutionException.class)
                        .hasRootCauseMessage("WRONGPASS invalid username-password pair or user is disabled."));
    }

    private void run(String property, Consumer<ConfigurableApplicationContext> body) {
        Applications.with(properties(property))
                .run(context -> body.accept(context.getSourceApplicationContext(ConfigurableApplicationContext.class)));
    }

    private String[] properties(String property) {
        return new String[] {
            "spring.data.redis.host=127.0.0.1",
            "spring.data.redis.port=" + server.port(),
            "spring.data.redis.database=3",
            "spring.data.redis.client-name=counting",
            property
        };
    }
}
