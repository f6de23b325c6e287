package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.perigee.client.ScriptClient;
import dev.perigee.spring.EnableRedisScripts;
import dev.perigee.spring.counters.Counters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** An application's test can put a mock in the place of an interface's bean, and needs no Redis for it. */
@SpringBootTest
class ReplacedInTestsTest {

    @MockitoBean
    private ScriptClient client;

    @MockitoBean
    private Counters counters;

    @Test
    void aMockTakesTheBeansPlace(@Autowired Shelf shelf) {
        when(counters.add("a", 1)).thenReturn(7L);
        assertThat(shelf.counters().add("a", 1)).isEqualTo(7);
        verify(client, never()).create(any());
    }

    record Shelf(Counters counters) {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(PerigeeAutoConfiguration.class)
    @EnableRedisScripts(basePackageClasses = Counters.class)
    @Import(Shelf.class)
    static class Application {}
}
