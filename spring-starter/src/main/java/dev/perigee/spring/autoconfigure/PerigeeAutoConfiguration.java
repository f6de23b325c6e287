package dev.perigee.spring.autoconfigure;

import dev.perigee.client.ScriptClient;
import dev.perigee.client.ScriptClientOptions;
import dev.perigee.codec.JsonCodec;
import dev.perigee.jackson.JacksonJsonCodec;
import dev.perigee.spring.ScriptClientOptionsCustomizer;
import io.lettuce.core.ReadFrom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisStaticMasterReplicaConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Auto-configuration of Perigee: a {@link ScriptClient} that reaches Redis as the application's Lettuce connection factory
 * does, and a bean for each {@code @RedisScript} interface, its scripts loaded before the application takes traffic.
 *
 * <p>A {@link ScriptClient} or {@link ScriptClientOptions} bean of the application's own is used instead. Otherwise {@link
 * ScriptClientOptionsCustomizer} beans add to the options, and the {@link JsonCodec} bean writes and reads JSON: with {@code
 * perigee-jackson} one by the application's {@link JsonMapper}, unless it has another.
 */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@ConditionalOnClass({ScriptClient.class, LettuceConnectionFactory.class})
@EnableConfigurationProperties(PerigeeProperties.class)
@Import(RedisScriptRegistrar.class)
public final class PerigeeAutoConfiguration {

    private static final Duration LONGEST_SPIN = Duration.ofMillis(1);

    @Bean
    @ConditionalOnMissingBean
    ScriptClientOptions scriptClientOptions(
            PerigeeProperties properties,
            ObjectProvider<LettuceConnectionFactory> factory,
            ObjectProvider<JsonCodec> json,
            ObjectProvider<ScriptClientOptionsCustomizer> customizers) {
        check(properties);
        ScriptClientOptions options = ScriptClientOptions.defaults()
                .withStaleScripts(properties.staleScripts())
                .withMaxInFlight(properties.maxInFlight())
                .withFlushConsolidation(properties.flushConsolidation())
                .withSpin(properties.spin())
                .withKillOnTimeout(properties.killOnTimeout())
                .withReadFrom(readFrom(factory.getIfUnique()))
                .withJson(json.getIfAvailable());
        for (ScriptClientOptionsCustomizer customizer :
                customizers.orderedStream().toList()) {
            options = customizer.customize(options);
        }
        return options;
    }

    private static void check(PerigeeProperties properties) {
        if (properties.maxInFlight() < 1) {
            throw new InvalidConfigurationPropertyValueException(
                    "perigee.max-in-flight", properties.maxInFlight(), "It must be at least 1.");
        }
        if (properties.spin().isNegative() || properties.spin().compareTo(LONGEST_SPIN) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "perigee.spin", properties.spin(), "It must be from 0 to 1ms.");
        }
    }

    /** What {@code spring.data.redis.lettuce.read-from} says, or a customizer of the connection factory's configuration. */
    private static @Nullable ReadFrom readFrom(@Nullable LettuceConnectionFactory factory) {
        return factory == null
                ? null
                : factory.getClientConfiguration().getReadFrom().orElse(null);
    }

    @Bean
    @ConditionalOnBean(ScriptClient.class)
    ScriptLoader scriptLoader(
            ScriptClient client, PerigeeProperties properties, ObjectProvider<ScriptConnection> connection) {
        return new ScriptLoader(client, properties.warmUp(), connection.getIfAvailable());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JacksonJsonCodec.class)
    static class JacksonConfiguration {

        @Bean
        @ConditionalOnMissingBean(JsonCodec.class)
        JacksonJsonCodec scriptJsonCodec(ObjectProvider<JsonMapper> mappers) {
            JsonMapper mapper = mappers.getIfAvailable();
            return mapper == null ? new JacksonJsonCodec() : new JacksonJsonCodec(mapper);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(ScriptClient.class)
    @ConditionalOnSingleCandidate(LettuceConnectionFactory.class)
    static class ClientConfiguration {

        @Bean
        ScriptConnection scriptConnection(
                LettuceConnectionFactory factory,
                ObjectProvider<RedisStaticMasterReplicaConfiguration> replicas,
                ObjectProvider<DataRedisConnectionDetails> details) {
            return ScriptConnection.like(
                    factory, StaticReplicas.of(replicas.getIfAvailable(), details.getIfAvailable()));
        }

        @Bean
        ScriptClient scriptClient(ScriptConnection connection, ScriptClientOptions options) {
            return connection.connect(options);
        }
    }
}
