package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * A {@code while} or {@code repeat} loop.
 *
 * @param endless whether its condition is a constant that never ends it
 * @param unchanged whether its condition reads local variables alone, of which nothing in it changes any, and nothing is called
 *     in it: once it goes round, it does so for ever
 * @param hasCommand whether a command is or may be called in it
 * @param hasExit whether there is a {@code break}, {@code return} or {@code error} in it
 * @param span the keyword
 */
public record Loop(boolean endless, boolean unchanged, boolean hasCommand, boolean hasExit, Span span) {}
