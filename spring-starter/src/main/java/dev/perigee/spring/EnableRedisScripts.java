package dev.perigee.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/**
 * Says in which packages the {@code @RedisScript} interfaces are, where they are not in the application's own packages.
 *
 * <p>Put it on a configuration class. Without any, Spring Boot's auto-configuration packages are looked through: those of
 * the class with {@code @SpringBootApplication} and below. With one or more, the packages they name and those below, and
 * no others. One that names no package means its own class's.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EnableRedisScripts {

    /** The same as {@link #basePackages()}. */
    @AliasFor("basePackages")
    String[] value() default {};

    /** The packages to look through, those below them included; with placeholders, if need be. */
    @AliasFor("value")
    String[] basePackages() default {};

    /** Classes whose packages are to be looked through; safe against renaming, unlike {@link #basePackages()}. */
    Class<?>[] basePackageClasses() default {};
}
