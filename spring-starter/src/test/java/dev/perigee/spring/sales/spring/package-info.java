/** Interfaces to find: one whose name is in two packages, a nested one, and what is none. */
@NullMarked
package dev.perigee.spring.sales.spring;

import org.jspecify.annotations.NullMarked;
