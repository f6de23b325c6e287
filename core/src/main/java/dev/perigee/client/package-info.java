/**
 * The client: connects to Redis over Lettuce, creates invokers, keeps their scripts loaded.
 *
 * <p>In: a {@code RedisClient} or {@code RedisClusterClient} of the user's. Out: instances of {@code @RedisScript}
 * interfaces. Depends on {@code invoke} and {@code transport}.
 */
@NullMarked
package dev.perigee.client;

import org.jspecify.annotations.NullMarked;
