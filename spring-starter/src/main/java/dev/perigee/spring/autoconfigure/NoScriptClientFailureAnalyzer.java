package dev.perigee.spring.autoconfigure;

import dev.perigee.client.ScriptClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Says why there is no {@link ScriptClient}. Comes before Spring Boot's analyzer, which can only say that there is none. */
final class NoScriptClientFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException>
        implements Ordered {

    private static final String ACTION = """
            With Spring Boot's own connection factory: leave spring.data.redis.client-type at lettuce, and do not exclude \
            DataRedisAutoConfiguration.

            With several of your own: mark the LettuceConnectionFactory that scripts are to use as @Primary.

            Or declare a ScriptClient bean, by ScriptClient.connect.""";

    private final BeanFactory beans;

    NoScriptClientFailureAnalyzer(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
        if (cause.getBeanType() != ScriptClient.class) {
            return null;
        }
        List<String> factories = beans instanceof ListableBeanFactory listable
                ? List.of(listable.getBeanNamesForType(RedisConnectionFactory.class, true, false))
                : List.of();
        return new FailureAnalysis(
                "The application's @RedisScript interfaces need a ScriptClient. One is made where there is a single"
                        + " LettuceConnectionFactory or a primary one, but "
                        + (factories.isEmpty()
                                ? "there is no Redis connection factory."
                                : "there are: " + String.join(", ", factories) + "."),
                ACTION,
                cause);
    }
}
