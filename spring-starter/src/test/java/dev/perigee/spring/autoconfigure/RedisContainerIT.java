package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.spring.EnableRedisScripts;
import dev.perigee.spring.counters.Counters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Redis 8 in a container, known to the application as a service connection; skipped where there is no Docker. */
@SpringBootTest
@Testcontainers(disabledWithoutDocker = true)
class RedisContainerIT {

    @Container
    @ServiceConnection
    static final GenericContainer<?> REDIS = new GenericContainer<>("redis:8-alpine").withExposedPorts(6379);

    private final Counters counters;

    @Autowired
    RedisContainerIT(Counters counters) {
        this.counters = counters;
    }

    @Test
    void aServiceConnectionIsUsed() {
        assertThat(counters.add("a", 1)).isEqualTo(1);
        assertThat(counters.add("a", 1)).isEqualTo(2);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableRedisScripts(basePackageClasses = Counters.class)
    static class Application {}
}
