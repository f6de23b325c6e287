/**
 * What a method means: its keys, arguments and reply, and the script it is bound to.
 *
 * <p>In: declarations and scripts. Out: an immutable model that checks and code generation read, and findings about what
 * cannot be. Depends on {@code declaration}, {@code template}, {@code source} and the {@code lua} module.
 */
@NullMarked
package dev.perigee.processor.model;

import org.jspecify.annotations.NullMarked;
