package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.perigee.client.ScriptClient;
import dev.perigee.client.ScriptClientOptions;
import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.jackson.JacksonJsonCodec;
import dev.perigee.spring.ScriptClientOptionsCustomizer;
import io.lettuce.core.ReadFrom;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ScriptClientOptionsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(PerigeeAutoConfiguration.class))
            .withPropertyValues("perigee.warm-up=off")
            .withBean(ScriptClient.class, () -> mock(ScriptClient.class));

    @Test
    void asManyCallsAreInFlightAsTheClientsDefaultSaysUnlessSaidOtherwise() {
        runner.run(context -> assertThat(options(context).maxInFlight())
                .isEqualTo(ScriptClientOptions.defaults().maxInFlight()));
        runner.withPropertyValues("perigee.max-in-flight=16")
                .run(context -> assertThat(options(context).maxInFlight()).isEqualTo(16));
    }

    @Test
    void noCallInFlightIsRefused() {
        runner.withPropertyValues("perigee.max-in-flight=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("perigee.max-in-flight"));
    }

    @Test
    void clientOptionsAreAsTheClientsDefaultsUnlessSaidOtherwise() {
        runner.run(context -> assertThat(options(context))
                .asString()
                .contains("flushConsolidation=true, spin=PT0S, readFrom=null, killOnTimeout=false"));
        runner.withPropertyValues(
                        "perigee.flush-consolidation=false", "perigee.spin=50us", "perigee.kill-on-timeout=true")
                .run(context -> assertThat(options(context))
                        .asString()
                        .contains("flushConsolidation=false, spin=PT0.00005S, readFrom=null, killOnTimeout=true"));
    }

    @Test
    void aSpinThatIsTooLongIsRefused() {
        runner.withPropertyValues("perigee.spin=2ms")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("perigee.spin"));
    }

    @Test
    void readsAreSentWhereTheConnectionFactorySendsThem() {
        runner.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues("spring.data.redis.lettuce.read-from=replica-preferred")
                .run(context ->
                        assertThat(options(context)).asString().contains("readFrom=" + ReadFrom.REPLICA_PREFERRED));
    }

    @Test
    void jsonIsWrittenByTheApplicationsMapper() {
        runner.withBean(
                        JsonMapper.class,
                        () -> JsonMapper.builder()
                                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                                .build())
                .run(context -> {
                    JsonCodec json = context.getBean(JsonCodec.class);
                    assertThat(json.encode(new Lamp(2), Lamp.class)).asString().isEqualTo("{\"moon_phase\":2}");
                    assertThat(options(context)).hasToString(withJson(json));
                });
    }

    @Test
    void withoutAMapperJsonIsWrittenAsJacksonComes() {
        runner.run(context -> {
            JsonCodec json = context.getBean(JsonCodec.class);
            assertThat(json.encode(new Lamp(2), Lamp.class)).asString().isEqualTo("{\"moonPhase\":2}");
            assertThat(options(context)).hasToString(withJson(json));
        });
    }

    @Test
    void twoMappersAndNoPrimaryOneAreRefused() {
        runner.withBean("one", JsonMapper.class, JsonMapper::new)
                .withBean("two", JsonMapper.class, JsonMapper::new)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(NoUniqueBeanDefinitionException.class));
    }

    @Test
    void aJsonCodecOfTheApplicationsOwnIsUsedInstead() {
        JsonCodec mine = mock(JsonCodec.class);
        runner.withBean(JsonCodec.class, () -> mine)
                .run(context -> assertThat(context)
                        .hasSingleBean(JsonCodec.class)
                        .doesNotHaveBean(JacksonJsonCodec.class)
                        .getBean(ScriptClientOptions.class)
                        .hasToString(withJson(mine)));
    }

    @Test
    void withoutPerigeeJacksonOrJacksonThereIsNoJson() {
        for (Class<?> missing : new Class<?>[] {JacksonJsonCodec.class, JsonMapper.class}) {
            runner.withClassLoader(new FilteredClassLoader(missing, JacksonJsonCodec.class))
                    .run(context -> assertThat(context)
                            .hasNotFailed()
                            .doesNotHaveBean(JsonCodec.class)
                            .getBean(ScriptClientOptions.class)
                            .hasToString(ScriptClientOptions.defaults().toString()));
        }
    }

    @Test
    void customizersAddToTheOptionsInTheirOrder() {
        runner.withUserConfiguration(Customized.class)
                .withPropertyValues("perigee.max-in-flight=16")
                .run(context -> {
                    assertThat(options(context).maxInFlight()).isEqualTo(34);
                    assertThat(options(context).toString()).contains("URI");
                });
    }

    private static ScriptClientOptions options(ApplicationContext context) {
        return context.getBean(ScriptClientOptions.class);
    }

    private static String withJson(JsonCodec json) {
        return ScriptClientOptions.defaults().withJson(json).toString();
    }

    record Lamp(int moonPhase) {}

    @Configuration(proxyBeanMethods = false)
    static class Customized {

        @Bean
        @Order(2)
        ScriptClientOptionsCustomizer twice() {
            return options -> options.withMaxInFlight(options.maxInFlight() * 2);
        }

        @Bean
        @Order(1)
        ScriptClientOptionsCustomizer first() {
            return options -> options.withEncoder(URI.class, ArgEncoder.text(URI::toString))
                    .withMaxInFlight(options.maxInFlight() + 1);
        }
    }
}
