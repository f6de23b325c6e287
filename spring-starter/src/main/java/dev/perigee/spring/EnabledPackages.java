package dev.perigee.spring;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** The packages that the {@link EnableRedisScripts} annotations of a context's beans name. */
public final class EnabledPackages {

    private EnabledPackages() {}

    /**
     * The packages, in the order of the bean definitions; empty if no bean has the annotation. Creates no beans.
     *
     * @param beans the context, whose configuration classes are registered already
     */
    public static Set<String> of(ListableBeanFactory beans) {
        Set<String> packages = new LinkedHashSet<>();
        for (String name : beans.getBeanNamesForAnnotation(EnableRedisScripts.class)) {
            EnableRedisScripts enable = beans.findAnnotationOnBean(name, EnableRedisScripts.class, false);
            Class<?> type = beans.getType(name, false);
            if (enable != null && type != null) {
                packages.addAll(named(enable, type));
            }
        }
        return packages;
    }

    private static Set<String> named(EnableRedisScripts enable, Class<?> annotated) {
        Set<String> named = new LinkedHashSet<>(Arrays.asList(enable.basePackages()));
        Stream.of(enable.basePackageClasses()).map(ClassUtils::getPackageName).forEach(named::add);
        return named.isEmpty() ? Set.of(ClassUtils.getPackageName(annotated)) : named;
    }
}
