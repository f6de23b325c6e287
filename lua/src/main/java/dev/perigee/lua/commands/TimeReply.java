package dev.perigee.lua.commands;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply, or an element of one, that is a duration or an instant.
 *
 * @param unit the unit it is counted in; null for one that has no name
 * @param absolute whether it is a point in time, counted from 1970
 * @param command the command that replies it
 */
public record TimeReply(@Nullable ChronoUnit unit, boolean absolute, String command) {

    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.NANOS,
            ChronoUnit.MICROS,
            ChronoUnit.MILLIS,
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS);

    private static final Map<String, TimeReply> WHOLE = Map.of(
            "TTL", new TimeReply(ChronoUnit.SECONDS, false, "TTL"),
            "PTTL", new TimeReply(ChronoUnit.MILLIS, false, "PTTL"),
            "EXPIRETIME", new TimeReply(ChronoUnit.SECONDS, true, "EXPIRETIME"),
            "PEXPIRETIME", new TimeReply(ChronoUnit.MILLIS, true, "PEXPIRETIME"),
            "OBJECT IDLETIME", new TimeReply(ChronoUnit.SECONDS, false, "OBJECT IDLETIME"),
            "LASTSAVE", new TimeReply(ChronoUnit.SECONDS, true, "LASTSAVE"));

    /** Their replies have a time for each field. */
    private static final Map<String, TimeReply> ELEMENTS = Map.of(
            "HTTL", new TimeReply(ChronoUnit.SECONDS, false, "HTTL"),
            "HPTTL", new TimeReply(ChronoUnit.MILLIS, false, "HPTTL"),
            "HEXPIRETIME", new TimeReply(ChronoUnit.SECONDS, true, "HEXPIRETIME"),
            "HPEXPIRETIME", new TimeReply(ChronoUnit.MILLIS, true, "HPEXPIRETIME"));

    /**
     * What a command replies; null if it is no time.
     *
     * @param command the command, with its subcommand
     * @param element the position in an array reply, from 1; 0 for one that is not known, or for the whole reply
     */
    public static @Nullable TimeReply of(String command, int element) {
        if (command.equals("TIME")) {
            return element == 1 ? new TimeReply(ChronoUnit.SECONDS, true, "TIME") : null;
        }
        TimeReply whole = WHOLE.get(command);
        return whole != null ? whole : ELEMENTS.get(command);
    }

    /** The same multiplied by something: what is so many times as large is counted in a unit so many times smaller. */
    public TimeReply times(double factor) {
        if (unit == null || factor == 1) {
            return this;
        }
        double nanos = unit.getDuration().toNanos() / Math.abs(factor);
        ChronoUnit smaller = UNITS.stream()
                .filter(other -> Math.abs(other.getDuration().toNanos() - nanos) <= nanos * 1e-9)
                .findFirst()
                .orElse(null);
        return new TimeReply(smaller, absolute, command);
    }
}
