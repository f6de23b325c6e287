/** An interface without an invoker. */
@NullMarked
package dev.perigee.spring.broken.missing;

import org.jspecify.annotations.NullMarked;
