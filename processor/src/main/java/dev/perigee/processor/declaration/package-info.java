/**
 * Reads {@code @RedisScript} interfaces: what users declared, in Java's terms.
 *
 * <p>In: a type element. Out: an {@code InterfaceDeclaration} and findings about what cannot be. Knows nothing of the scripts.
 */
@NullMarked
package dev.perigee.processor.declaration;

import org.jspecify.annotations.NullMarked;
