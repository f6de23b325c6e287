package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perigee.client.ScriptClientOptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisSocketConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** None of these connects: that a connection leads to where it says is for the ITs. */
class ScriptConnectionTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class));

    @Test
    void leadsToTheServerAndDatabase() {
        runner.run(context -> assertThat(address(context)).isEqualTo("localhost:6379"));
        runner.withPropertyValues(
                        "spring.data.redis.host=r1", "spring.data.redis.port=7000", "spring.data.redis.database=3")
                .run(context -> assertThat(address(context)).isEqualTo("r1:7000, database 3"));
        runner.withPropertyValues("spring.data.redis.url=rediss://user:secret@r2:7001/4")
                .run(context -> assertThat(address(context)).isEqualTo("r2:7001, database 4 (TLS)"));
    }

    @Test
    void leadsToTheCluster() {
        runner.withPropertyValues("spring.data.redis.cluster.nodes=r1:7000,r2:7000")
                .run(context -> assertThat(address(context)).isEqualTo("the cluster of r1:7000, r2:7000"));
    }

    @Test
    void leadsToTheMasterThatSentinelsKnow() {
        runner.withPropertyValues(
                        "spring.data.redis.sentinel.master=orders",
                        "spring.data.redis.sentinel.nodes=s1:26379,s2:26379")
                .run(context ->
                        assertThat(address(context)).isEqualTo("master 'orders' of the Sentinels s1:26379, s2:26379"));
    }

    @Test
    void leadsToTheMasterAmongFixedServers() {
        runner.withPropertyValues("spring.data.redis.masterreplica.nodes=r1:7000,r2:7000")
                .run(context -> assertThat(address(context)).isEqualTo("the master among r1:7000, r2:7000"));
    }

    @Test
    void leadsToTheSocket() {
        runner.withBean(
                        LettuceConnectionFactory.class,
                        () -> new LettuceConnectionFactory(new RedisSocketConfiguration("/run/redis.sock")))
                .run(context -> assertThat(address(context)).isEqualTo("the socket /run/redis.sock"));
    }

    @Test
    void saysWhereRedisWasNotReached() {
        runner.withPropertyValues("spring.data.redis.host=127.0.0.1", "spring.data.redis.port=1")
                .run(context -> {
                    ScriptConnection connection = connection(context);
                    assertThatExceptionOfType(RedisUnreachableException.class)
                            .isThrownBy(() -> connection.connect(ScriptClientOptions.defaults()))
                            .withMessage("Cannot connect to Redis at 127.0.0.1:1")
                            .satisfies(e -> assertThat(e.reason()).startsWith("Connection refused"));
                    connection.destroy();
                });
    }

    private static String address(ApplicationContext context) {
        ScriptConnection connection = connection(context);
        try {
            return connection.address();
        } finally {
            connection.destroy();
        }
    }

    private static ScriptConnection connection(ApplicationContext context) {
        return ScriptConnection.like(
                context.getBean(LettuceConnectionFactory.class),
                StaticReplicas.of(
                        null,
                        context.getBeanProvider(DataRedisConnectionDetails.class)
                                .getIfAvailable()));
    }
}
