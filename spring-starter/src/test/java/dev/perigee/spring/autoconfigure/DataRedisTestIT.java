package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import dev.perigee.spring.EnableRedisScripts;
import dev.perigee.spring.counters.Counters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.test.autoconfigure.DataRedisTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of an application's Redis part alone has its scripts too. */
@DataRedisTest
class DataRedisTestIT {

    private static final RedisServer SERVER = RedisServer.start();

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.host", SERVER::host);
        properties.add("spring.data.redis.port", SERVER::port);
    }

    @AfterAll
    static void closeServer() {
        SERVER.close();
    }

    @Test
    void callsScripts(@Autowired Counters counters) {
        assertThat(counters.add("a", 1)).isEqualTo(1);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableRedisScripts(basePackageClasses = Counters.class)
    static class Application {}
}
