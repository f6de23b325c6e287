package dev.perigee.spring;

import java.beans.Introspector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Registers the beans of {@code @RedisScript} interfaces. Each is made by {@code ScriptClient.create} of the one
 * {@code ScriptClient} bean, and has the interface as its type, visible to conditions before it is made.
 *
 * <p>A bean is named after its interface, {@code flashSale} for {@code FlashSale}; by the interface's full name where
 * another bean or another of these interfaces has the short one. An interface of which there is a bean already, here or in
 * a parent context, is left alone.
 */
public final class RedisScriptBeans {

    private final DefaultListableBeanFactory beans;
    private final Environment environment;
    private final ResourceLoader resources;

    /**
     * @param beans where to register them
     * @param environment for placeholders in package names, and profiles on interfaces
     * @param resources finds the classes
     */
    public RedisScriptBeans(DefaultListableBeanFactory beans, Environment environment, ResourceLoader resources) {
        this.beans = beans;
        this.environment = environment;
        this.resources = resources;
    }

    /** Registers the interfaces found in these packages and below. */
    public void register(Collection<String> packages) {
        Map<String, List<Class<?>>> byShortName = found(packages).values().stream()
                .filter(type ->
                        BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false).length == 0)
                .collect(Collectors.groupingBy(RedisScriptBeans::shortName, LinkedHashMap::new, Collectors.toList()));
        byShortName.forEach((shortName, types) -> {
            boolean free = types.size() == 1 && !beans.containsLocalBean(shortName);
            types.forEach(type -> beans.registerBeanDefinition(free ? shortName : type.getName(), definition(type)));
        });
    }

    private Map<String, Class<?>> found(Collection<String> packages) {
        RedisScriptScanner scanner = new RedisScriptScanner(environment);
        scanner.setResourceLoader(resources);
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (String name : packages) {
            for (BeanDefinition candidate : scanner.findCandidateComponents(environment.resolvePlaceholders(name))) {
                found.computeIfAbsent(Objects.requireNonNull(candidate.getBeanClassName()), this::load);
            }
        }
        return found;
    }

    private Class<?> load(String name) {
        return ClassUtils.resolveClassName(name, resources.getClassLoader());
    }

    private static String shortName(Class<?> type) {
        return Introspector.decapitalize(type.getSimpleName());
    }

    private static BeanDefinition definition(Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(ScriptFactoryBean.class);
        definition.setTargetType(ResolvableType.forClassWithGenerics(ScriptFactoryBean.class, type));
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        definition.setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, type);
        return definition;
    }
}
