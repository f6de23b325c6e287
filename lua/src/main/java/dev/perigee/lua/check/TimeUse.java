package dev.perigee.lua.check;

import dev.perigee.lua.syntax.Span;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An element of ARGV that reaches a command as a duration or an instant.
 *
 * @param argument its position, from 1
 * @param unit the unit in which the script takes it; null if it is multiplied by something that makes no unit
 * @param absolute whether it is a point in time, counted from 1970
 * @param shifted whether something is added to it or taken from it on the way
 * @param command the command
 * @param span where it is handed over
 */
public record TimeUse(
        int argument, @Nullable ChronoUnit unit, boolean absolute, boolean shifted, String command, Span span) {}
