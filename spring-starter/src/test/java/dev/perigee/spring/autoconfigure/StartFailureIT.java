package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.servers.RedisServer;
import dev.perigee.spring.EnableRedisScripts;
import dev.perigee.spring.broken.missing.NoInvoker;
import dev.perigee.spring.broken.stale.StaleScript;
import dev.perigee.spring.broken.version.OtherVersion;
import dev.perigee.spring.counters.Counters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Whole applications that do not start, and what they print. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureIT {

    private static final RedisServer SERVER = RedisServer.start();

    @AfterAll
    static void closeServer() {
        SERVER.close();
    }

    @Test
    void aMissingInvoker(CapturedOutput output) {
        assertThatThrownBy(() -> start(Missing.class)).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The @RedisScript interface " + NoInvoker.class.getName() + " has no generated invoker")
                .contains("<artifactId>perigee-processor</artifactId>");
    }

    @Test
    void anInvokerOfAnotherVersion(CapturedOutput output) {
        assertThatThrownBy(() -> start(Version.class)).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The invoker of " + OtherVersion.class.getName() + " was generated for version 99")
                .contains("Use perigee-processor ");
    }

    @Test
    void aStaleScriptIfThatIsToBeRefused(CapturedOutput output) {
        assertThatThrownBy(() -> start(Stale.class, "--perigee.stale-scripts=fail"))
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("broken/stale.lua has changed since " + StaleScript.class.getName())
                .contains("mvn clean compile");
    }

    @Test
    void aStaleScriptIsRunAsCompiledOrAsChangedIfThatIsSaid() {
        try (ConfigurableApplicationContext context = start(Stale.class)) {
            assertThat(context.getBean(StaleScript.class).stale()).isEqualTo("compiled");
        }
        try (ConfigurableApplicationContext context = start(Stale.class, "--perigee.stale-scripts=reload")) {
            assertThat(context.getBean(StaleScript.class).stale()).isEqualTo("changed");
        }
    }

    @Test
    void anUnreachableRedis(CapturedOutput output) {
        assertThatThrownBy(() -> start(Counting.class, "--spring.data.redis.port=1"))
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Cannot connect to Redis at 127.0.0.1:1: Connection refused")
                .contains("Start a Redis there, or say where yours is:");
    }

    @Test
    void scriptsThatTheUserMayNotLoad(CapturedOutput output) {
        SERVER.command("ACL", "SETUSER", "app", "on", ">secret", "~*", "+@all", "-script");
        assertThatThrownBy(() -> start(
                        Counting.class,
                        "--spring.data.redis.username=app",
                        "--spring.data.redis.password=secret",
                        "--perigee.warm-up=fail-fast"))
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Redis scripts could not be loaded:")
                .contains("NOPERM")
                .contains("(counters/add.lua)")
                .contains("+script|load");
    }

    @Test
    void noConnectionFactoryAtAll(CapturedOutput output) {
        assertThatThrownBy(() -> start(
                        Counting.class,
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration"))
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("or a primary one, but there is no Redis connection factory.")
                .contains("leave spring.data.redis.client-type at lettuce");
    }

    @Test
    void twoConnectionFactories(CapturedOutput output) {
        assertThatThrownBy(() -> start(TwoFactories.class)).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("or a primary one, but there are: one, two.")
                .contains("mark the LettuceConnectionFactory that scripts are to use as @Primary");
    }

    private static ConfigurableApplicationContext start(Class<?> application, String... arguments) {
        SpringApplication spring = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties("spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + SERVER.port())
                .build();
        return spring.run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableRedisScripts(basePackageClasses = NoInvoker.class)
    static class Missing {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableRedisScripts(basePackageClasses = OtherVersion.class)
    static class Version {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableRedisScripts(basePackageClasses = StaleScript.class)
    static class Stale {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableRedisScripts(basePackageClasses = Counters.class)
    static class Counting {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataRedisRepositoriesAutoConfiguration.class)
    @EnableRedisScripts(basePackageClasses = Counters.class)
    static class TwoFactories {

        @Bean
        LettuceConnectionFactory one() {
            return new LettuceConnectionFactory();
        }

        @Bean
        LettuceConnectionFactory two() {
            return new LettuceConnectionFactory();
        }
    }
}
