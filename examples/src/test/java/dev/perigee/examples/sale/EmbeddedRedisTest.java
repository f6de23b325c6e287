package dev.perigee.examples.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedRedisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=redis://r1",
                "host=r1",
                "cluster.nodes=r1:1,r2:1",
                "cluster.nodes[0]=r1:1",
                "sentinel.nodes=r1:1",
                "masterreplica.nodes=r1:1"
            })
    void isNotStartedWhereARedisIsConfigured(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedRedis.class)
                .withPropertyValues("spring.data.redis." + setting)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisServer.class));
    }
}
