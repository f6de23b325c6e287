/**
 * What a script call can fail with. Every exception names the method and the script's file.
 *
 * <p>Depends on nothing, so that every other package can throw these.
 */
@NullMarked
package dev.perigee.error;

import org.jspecify.annotations.NullMarked;
