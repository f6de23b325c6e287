package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.perigee.client.NodeScripts;
import dev.perigee.client.ScriptClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RedisScriptsHealthTest {

    private static final NodeScripts COMPLETE = new NodeScripts("r1:6379", List.of(), null);
    private static final NodeScripts LACKING = new NodeScripts("r2:6379", List.of("Sale.buy (sale/buy.lua)"), null);
    private static final NodeScripts AWAY = new NodeScripts("r3:6379", List.of(), "Connection refused");

    private final ScriptClient client = mock(ScriptClient.class);
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(PerigeeAutoConfiguration.class, RedisScriptsHealthAutoConfiguration.class))
            .withPropertyValues("perigee.warm-up=off");

    @Test
    void isUpWhenServersAnswerWhateverTheyLack() {
        doReturn(List.of(COMPLETE, LACKING)).when(client).checkScripts();
        Health health = health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry(
                        "nodes",
                        Map.of(
                                "r1:6379",
                                Map.of("missing", List.of()),
                                "r2:6379",
                                Map.of("missing", List.of("Sale.buy (sale/buy.lua)"))));
    }

    @Test
    void isUpWhenOneServerDoesNotAnswer() {
        doReturn(List.of(COMPLETE, AWAY)).when(client).checkScripts();
        Health health = health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().toString()).contains("r3:6379={failure=Connection refused}");
    }

    @Test
    void isDownWhenNoServerAnswersOrTheClientIsClosed() {
        doReturn(List.of(AWAY)).when(client).checkScripts();
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        doThrow(new IllegalStateException("the ScriptClient is closed"))
                .when(client)
                .checkScripts();
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void thereIsAnIndicatorUnlessSaidOtherwise() {
        ApplicationContextRunner connected = runner.withBean(ScriptClient.class, () -> client);
        connected.run(context ->
                assertThat(context).hasSingleBean(HealthIndicator.class).hasBean("redisScriptsHealthIndicator"));
        connected
                .withPropertyValues("management.health.redis-scripts.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
        connected
                .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("redisScriptsHealthIndicator"));
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
    }

    private Health health() {
        return Objects.requireNonNull(new RedisScriptsHealthIndicator(client).health());
    }
}
