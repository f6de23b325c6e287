/** Every type in every way of calling, on a real server: generated invokers do what {@code docs/types.md} says. */
@NullMarked
package dev.perigee.processor.contract;

import org.jspecify.annotations.NullMarked;
