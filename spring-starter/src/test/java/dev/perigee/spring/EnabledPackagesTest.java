package dev.perigee.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.spring.sales.autumn.FlashSale;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class EnabledPackagesTest {

    @Test
    void areNoneWithoutTheAnnotation() {
        assertThat(enabledBy(Plain.class)).isEmpty();
    }

    @Test
    void areTheNamedOnesAndThoseOfTheClasses() {
        assertThat(enabledBy(Named.class)).containsExactly("one", "two", "dev.perigee.spring.sales.autumn");
    }

    @Test
    void areTheAnnotatedClassesOwnIfItNamesNone() {
        assertThat(enabledBy(Unnamed.class)).containsExactly("dev.perigee.spring");
    }

    @Test
    void addUpOverAllConfigurationsImportedOnesIncluded() {
        assertThat(enabledBy(Both.class))
                .containsExactlyInAnyOrder("one", "two", "dev.perigee.spring.sales.autumn", "three");
    }

    private static Iterable<String> enabledBy(Class<?> configuration) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(configuration)) {
            return EnabledPackages.of(context);
        }
    }

    @Configuration
    static class Plain {}

    @Configuration
    @EnableRedisScripts(
            basePackages = {"one", "two"},
            basePackageClasses = FlashSale.class)
    static class Named {}

    @Configuration
    @EnableRedisScripts
    static class Unnamed {}

    @Configuration(proxyBeanMethods = false)
    @EnableRedisScripts("three")
    @Import(Named.class)
    static class Both {}
}
