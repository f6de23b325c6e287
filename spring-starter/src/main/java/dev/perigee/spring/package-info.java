/**
 * Registers {@code @RedisScript} interfaces as Spring beans.
 *
 * <p>In: packages to look through, said with {@link dev.perigee.spring.EnableRedisScripts} or by the caller. Out: a bean
 * definition for each interface found. Depends on perigee-core and spring-context, not on Spring Boot.
 */
@NullMarked
package dev.perigee.spring;

import org.jspecify.annotations.NullMarked;
