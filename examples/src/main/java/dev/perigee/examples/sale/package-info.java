/**
 * The flash sale: a web application whose every access to Redis is a method of one {@code @RedisScript} interface.
 *
 * <p>In: HTTP requests of the page. Out: JSON. Depends on the starter, Spring MVC, and perigee-servers for a Redis of its own
 * where none is configured.
 */
@NullMarked
package dev.perigee.examples.sale;

import org.jspecify.annotations.NullMarked;
