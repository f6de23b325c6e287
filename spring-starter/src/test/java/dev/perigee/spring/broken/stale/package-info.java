/** An interface whose script has changed. */
@NullMarked
package dev.perigee.spring.broken.stale;

import org.jspecify.annotations.NullMarked;
