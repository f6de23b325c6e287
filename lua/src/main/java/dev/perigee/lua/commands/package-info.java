/**
 * The commands of Redis and Valkey: which server has them, how many arguments they take and which, where their keys are, and
 * what Lua sees of their replies. The table is made from the servers' own answers to {@code COMMAND} and {@code COMMAND DOCS}.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package dev.perigee.lua.commands;

import org.jspecify.annotations.NullMarked;
