package dev.perigee.spring.autoconfigure;

import dev.perigee.client.ScriptClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the health of the servers that scripts run on, under the name {@code redisScripts}. */
@AutoConfiguration(after = PerigeeAutoConfiguration.class)
@ConditionalOnClass({ScriptClient.class, HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(ScriptClient.class)
@ConditionalOnEnabledHealthIndicator("redis-scripts")
public final class RedisScriptsHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "redisScriptsHealthIndicator")
    HealthIndicator redisScriptsHealthIndicator(ScriptClient client) {
        return new RedisScriptsHealthIndicator(client);
    }
}
