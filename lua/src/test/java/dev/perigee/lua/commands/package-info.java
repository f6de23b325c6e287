/** Tests of the command table, and what makes it. */
@NullMarked
package dev.perigee.lua.commands;

import org.jspecify.annotations.NullMarked;
