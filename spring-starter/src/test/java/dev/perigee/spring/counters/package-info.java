/** An interface with an invoker that works. */
@NullMarked
package dev.perigee.spring.counters;

import org.jspecify.annotations.NullMarked;
