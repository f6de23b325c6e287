/** An interface whose invoker is of another version. */
@NullMarked
package dev.perigee.spring.broken.version;

import org.jspecify.annotations.NullMarked;
