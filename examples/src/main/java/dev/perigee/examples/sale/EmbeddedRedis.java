package dev.perigee.examples.sale;

import dev.perigee.servers.RedisServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * A Redis of the application's own, where none is configured under {@code spring.data.redis}: a child process that ends with
 * the application. Spring Boot connects to what {@link DataRedisConnectionDetails} say, and then ignores its properties.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedRedis.NoRedisConfigured.class)
class EmbeddedRedis {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

    @Bean
    RedisServer redisServer() {
        RedisServer server = RedisServer.start();
        LOG.info("No Redis is configured, so one was started for this application at {}", server.uri());
        return server;
    }

    @Bean
    DataRedisConnectionDetails redisConnectionDetails(RedisServer server) {
        return new DataRedisConnectionDetails() {
            @Override
            public Standalone getStandalone() {
                return Standalone.of(server.host(), server.port());
            }
        };
    }

    static final class NoRedisConfigured extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Binder binder = Binder.get(context.getEnvironment());
            for (String setting :
                    new String[] {"url", "host", "cluster.nodes", "sentinel.nodes", "masterreplica.nodes"}) {
                String property = "spring.data.redis." + setting;
                if (binder.bind(property, Bindable.listOf(String.class)).isBound()) {
                    return ConditionOutcome.noMatch(ConditionMessage.of("found " + property));
                }
            }
            return ConditionOutcome.match(ConditionMessage.of("found no address under spring.data.redis"));
        }
    }
}
