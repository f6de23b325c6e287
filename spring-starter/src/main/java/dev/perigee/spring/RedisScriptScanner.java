package dev.perigee.spring;

import dev.perigee.RedisScript;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Finds the interfaces with {@code @RedisScript}, nested ones too. Conditions and profiles on them are respected. */
final class RedisScriptScanner extends ClassPathScanningCandidateComponentProvider {

    RedisScriptScanner(Environment environment) {
        super(false, environment);
        addIncludeFilter(new AnnotationTypeFilter(RedisScript.class, false, false));
    }

    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        AnnotationMetadata type = definition.getMetadata();
        return type.isInterface() && !type.isAnnotation() && type.isIndependent();
    }
}
