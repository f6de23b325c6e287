/** An interface whose name is in two packages. */
@NullMarked
package dev.perigee.spring.sales.autumn;

import org.jspecify.annotations.NullMarked;
