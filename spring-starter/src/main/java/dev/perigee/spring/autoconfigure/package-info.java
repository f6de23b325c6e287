/**
 * Auto-configuration for Spring Boot, and what it says when the application cannot start.
 *
 * <p>In: {@code spring.data.redis.*}, {@code perigee.*} and the application's beans. Out: a {@code ScriptClient} bean, the
 * beans of the {@code @RedisScript} interfaces, their scripts loaded. Depends on {@code dev.perigee.spring} and Spring Boot.
 */
@NullMarked
package dev.perigee.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
