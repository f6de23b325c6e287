/**
 * JSON by Jackson 3.
 *
 * <p>In: a value and its declared type, or a JSON text. Out: the text, or the value. Depends on core's codecs and Jackson.
 */
@NullMarked
package dev.perigee.jackson;

import org.jspecify.annotations.NullMarked;
