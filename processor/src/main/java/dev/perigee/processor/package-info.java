/**
 * The annotation processor: checks {@code @RedisScript} interfaces against their Lua and generates their invokers.
 *
 * <p>The stages are the packages: {@code source} and {@code declaration} read, {@code model} joins, {@code slots} proves,
 * {@code check} verifies, {@code codegen} writes. {@code diagnostics} is what all of them report with.
 */
@NullMarked
package dev.perigee.processor;

import org.jspecify.annotations.NullMarked;
