package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.perigee.client.ScriptClient;
import dev.perigee.client.ScriptClientOptions;
import dev.perigee.client.StaleScripts;
import dev.perigee.error.ScriptLoadException;
import dev.perigee.spring.EnableRedisScripts;
import dev.perigee.spring.sales.autumn.FlashSale;
import dev.perigee.spring.sales.spring.Shop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@ExtendWith(OutputCaptureExtension.class)
class PerigeeAutoConfigurationTest {

    private final ScriptClient client = mock(ScriptClient.class);
    private final FlashSale sale = mock(FlashSale.class);

    private final ApplicationContextRunner redis = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class, PerigeeAutoConfiguration.class));

    private final ApplicationContextRunner runner = redis.withBean(ScriptClient.class, () -> client);

    PerigeeAutoConfigurationTest() {
        doReturn(sale).when(client).create(FlashSale.class);
        doReturn(mock(Shop.Baskets.class)).when(client).create(Shop.Baskets.class);
        doReturn(CompletableFuture.completedFuture(1)).when(client).loadScriptsAsync();
    }

    @Test
    void isListedForSpringBootToFind() {
        new ApplicationContextRunner()
                .withUserConfiguration(Autumn.class, EverythingAutoConfigured.class)
                .withBean(ScriptClient.class, () -> client)
                .run(context -> assertThat(context).hasSingleBean(FlashSale.class));
    }

    @Test
    void interfacesOfTheApplicationsPackagesBecomeBeansWithTheirScriptsLoaded() {
        runner.withUserConfiguration(AutumnApplication.class).run(context -> {
            assertThat(context.getBean("flashSale")).isSameAs(sale);
            verify(client).loadScriptsAsync();
        });
    }

    @Test
    void enabledPackagesAreLookedThroughInsteadOfTheApplications() {
        runner.withUserConfiguration(AutumnApplication.class, Spring.class)
                .run(context ->
                        assertThat(context).hasSingleBean(Shop.Baskets.class).doesNotHaveBean(FlashSale.class));
    }

    @Test
    void withoutPackagesNothingIsFound() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(FlashSale.class)
                .hasSingleBean(ScriptLoader.class));
    }

    @Test
    void anInterfacesOwnBeanIsUsedInstead() {
        FlashSale mine = mock(FlashSale.class);
        runner.withUserConfiguration(Autumn.class)
                .withBean("mine", FlashSale.class, () -> mine)
                .run(context -> assertThat(context).getBean(FlashSale.class).isSameAs(mine));
    }

    @Test
    void laterAutoConfigurationsSeeTheInterfacesBeans() {
        runner.withUserConfiguration(Autumn.class)
                .withConfiguration(AutoConfigurations.of(AfterPerigee.class))
                .run(context -> assertThat(context).hasBean("onSale").doesNotHaveBean("onNoSale"));
    }

    @Test
    void aClientOfTheApplicationsOwnIsUsedInstead() {
        runner.run(context -> assertThat(context)
                .hasSingleBean(ScriptClient.class)
                .doesNotHaveBean(ScriptConnection.class)
                .getBean(ScriptClient.class)
                .isSameAs(client));
    }

    @Test
    void scriptsAreNotLoadedAtStartIfThatIsSaid() {
        runner.withUserConfiguration(Autumn.class)
                .withPropertyValues("perigee.warm-up=off")
                .run(context -> {
                    assertThat(context).hasSingleBean(FlashSale.class);
                    verify(client, never()).loadScripts();
                    verify(client, never()).loadScriptsAsync();
                });
    }

    @Test
    void scriptsThatAreNotLoadedStopTheStartIfThatIsSaid() {
        doThrow(new ScriptLoadException(List.of("r1: no"), null)).when(client).loadScripts();
        runner.withPropertyValues("perigee.warm-up=fail-fast")
                .run(context -> assertThat(context).getFailure().isInstanceOf(ScriptLoadException.class));
    }

    @Test
    void scriptsThatAreNotLoadedAreLoggedOtherwise(CapturedOutput output) {
        for (String policy : List.of("lazy", "best-effort")) {
            String line = "r1:6379: " + policy;
            doReturn(CompletableFuture.failedFuture(new ScriptLoadException(List.of(line), null)))
                    .when(client)
                    .loadScriptsAsync();
            runner.withPropertyValues("perigee.warm-up=" + policy)
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(output).contains("Redis scripts are not loaded on " + line);
        }
    }

    @Test
    void theStartDoesNotWaitForScriptsThatAreLoadedInTheBackground() {
        doReturn(new CompletableFuture<Integer>()).when(client).loadScriptsAsync();
        runner.withPropertyValues("perigee.warm-up=lazy")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void staleScriptsAreWarnedOfUnlessSaidOtherwise() {
        runner.run(context -> assertThat(staleScripts(context)).isEqualTo(StaleScripts.WARN));
        runner.withPropertyValues("perigee.stale-scripts=reload")
                .run(context -> assertThat(staleScripts(context)).isEqualTo(StaleScripts.RELOAD));
    }

    @Test
    void anUnknownAnswerToStaleScriptsIsRefused() {
        runner.withPropertyValues("perigee.stale-scripts=perhaps")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("No enum constant dev.perigee.client.StaleScripts.perhaps"));
    }

    @Test
    void optionsOfTheApplicationsOwnAreUsedInstead() {
        ScriptClientOptions mine = ScriptClientOptions.defaults().withStaleScripts(StaleScripts.FAIL);
        runner.withBean(ScriptClientOptions.class, () -> mine)
                .run(context ->
                        assertThat(context.getBean(ScriptClientOptions.class)).isSameAs(mine));
    }

    @Test
    void withoutLettuceThereIsNothing() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PerigeeAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(LettuceConnectionFactory.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ScriptClientOptions.class));
    }

    @Test
    void withoutAConnectionFactoryThereIsNoClientAndAnInterfaceSaysSo() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PerigeeAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ScriptClient.class));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PerigeeAutoConfiguration.class))
                .withUserConfiguration(Autumn.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("No qualifying bean of type 'dev.perigee.client.ScriptClient'"));
    }

    @Test
    void withTwoConnectionFactoriesAndNoPrimaryOneThereIsNoClient() {
        redis.withBean("one", LettuceConnectionFactory.class)
                .withBean("two", LettuceConnectionFactory.class)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ScriptClient.class));
    }

    private static StaleScripts staleScripts(ApplicationContext context) {
        return context.getBean(ScriptClientOptions.class).staleScripts();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableRedisScripts(basePackageClasses = FlashSale.class)
    static class Autumn {}

    @Configuration(proxyBeanMethods = false)
    @EnableRedisScripts(basePackageClasses = Shop.class)
    static class Spring {

        @Bean
        dev.perigee.spring.sales.spring.FlashSale springSale() {
            return mock(dev.perigee.spring.sales.spring.FlashSale.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = FlashSale.class)
    static class AutumnApplication {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class EverythingAutoConfigured {}

    @AutoConfiguration(after = PerigeeAutoConfiguration.class)
    static class AfterPerigee {

        @Bean
        @ConditionalOnBean(FlashSale.class)
        String onSale() {
            return "";
        }

        @Bean
        @ConditionalOnMissingBean(FlashSale.class)
        String onNoSale() {
            return "";
        }
    }
}
