/**
 * The command {@code perigee-lint}: checks scripts by themselves, for people who have scripts and no Perigee yet.
 *
 * <p>In: arguments and files. Out: a report as text, JSON or SARIF, and an exit status.
 */
@NullMarked
package dev.perigee.lua.lint;

import org.jspecify.annotations.NullMarked;
