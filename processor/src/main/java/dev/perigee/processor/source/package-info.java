/**
 * Finds the scripts, which lie in different places under javac, Maven, Gradle and Eclipse.
 *
 * <p>In: a path among the resources. Out: the bytes and where they were found, or every place that was tried. Depends on
 * nothing.
 */
@NullMarked
package dev.perigee.processor.source;

import org.jspecify.annotations.NullMarked;
