package dev.perigee.spring.autoconfigure;

import dev.perigee.spring.EnableRedisScripts;
import dev.perigee.spring.counters.Counters;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** An application with one interface, to be pointed at a Redis. */
final class Applications {

    private Applications() {}

    static ApplicationContextRunner with(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class, DataRedisAutoConfiguration.class, PerigeeAutoConfiguration.class))
                .withUserConfiguration(Counting.class)
                .withPropertyValues(properties);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableRedisScripts(basePackageClasses = Counters.class)
    static class Counting {}
}
