package dev.perigee.spring.autoconfigure;

import dev.perigee.spring.EnabledPackages;
import dev.perigee.spring.RedisScriptBeans;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the interfaces of the packages that {@code @EnableRedisScripts} names, or else of the application's own. As
 * part of an auto-configuration it comes after the application's configuration classes, and so sees their beans.
 */
final class RedisScriptRegistrar implements ImportBeanDefinitionRegistrar {

    private static final Logger LOG = LoggerFactory.getLogger(RedisScriptRegistrar.class);

    private final DefaultListableBeanFactory beans;
    private final Environment environment;
    private final ResourceLoader resources;

    RedisScriptRegistrar(BeanFactory beans, Environment environment, ResourceLoader resources) {
        this.beans = (DefaultListableBeanFactory) beans;
        this.environment = environment;
        this.resources = resources;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        Collection<String> packages = packages();
        LOG.debug("Looking for @RedisScript interfaces in {}", packages);
        new RedisScriptBeans(beans, environment, resources).register(packages);
    }

    private Collection<String> packages() {
        Collection<String> enabled = EnabledPackages.of(beans);
        if (!enabled.isEmpty()) {
            return enabled;
        }
        return AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
    }
}
