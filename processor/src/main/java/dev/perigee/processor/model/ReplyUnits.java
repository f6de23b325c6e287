package dev.perigee.processor.model;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The units in which durations and points in time come in a reply: as they are said, or as the script proves them. */
final class ReplyUnits {

    private static final List<String> UNITS =
            List.of("NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS", "DAYS");

    private final String method;
    private final JavaPlace place;
    private final @Nullable BoundScript script;
    private final Report report;

    ReplyUnits(String method, JavaPlace place, @Nullable BoundScript script, Report report) {
        this.method = method;
        this.place = place;
        this.script = script;
        this.report = report;
    }

    /** The unit at a place, with a report of what speaks against it. */
    String of(boolean instant, ReplyPlace here) throws Unreadable {
        String unit = here.unit();
        if (unit != null && !UNITS.contains(unit)) {
            throw new Unreadable(
                    InterfaceRule.INVALID_UNIT,
                    here.name() + " cannot be counted in " + unit + ", which has no exact length",
                    "use one of " + String.join(", ", UNITS));
        }
        List<ReturnedTime> times = here.returned().times();
        contradiction(instant, here, times);
        String used = unit != null ? unit : proved(times);
        if (used == null) {
            throw new Unreadable(
                    InterfaceRule.UNIT_MISSING,
                    "the unit in which the script returns " + here.name() + " is not known",
                    "say it: @Reply(unit = ChronoUnit.MILLIS), on the method or on the record's component");
        }
        return used;
    }

    private static @Nullable String proved(List<ReturnedTime> times) {
        List<@Nullable ChronoUnit> units = times.stream()
                .<@Nullable ChronoUnit>map(time -> time.reply().unit())
                .distinct()
                .toList();
        ChronoUnit unit = units.size() == 1 ? units.get(0) : null;
        return unit == null ? null : unit.name();
    }

    private void contradiction(boolean instant, ReplyPlace here, List<ReturnedTime> times) {
        for (ReturnedTime time : times) {
            String command = time.reply().command();
            ChronoUnit unit = time.reply().unit();
            if (time.reply().absolute() != instant) {
                add(
                        time,
                        here.name() + " is a " + (instant ? "point in time" : "duration") + ", and " + command
                                + " replies a " + (instant ? "duration" : "point in time"),
                        instant ? "declare a Duration" : "declare an Instant");
                return;
            }
            if (here.unit() != null && unit != null && !unit.name().equals(here.unit())) {
                add(
                        time,
                        here.name() + " is read in " + name(here.unit()) + ", and " + command + " makes it "
                                + name(unit.name()),
                        "leave the unit out: the script says it");
                return;
            }
        }
    }

    private void add(ReturnedTime time, String problem, String help) {
        Finding finding = Finding.of(InterfaceRule.UNIT_CONTRADICTED, place, method + ": " + problem)
                .help(help);
        report.add(script == null ? finding : finding.inScript(script.source(), time.call()));
    }

    private static String name(String unit) {
        return unit.equals("MILLIS") ? "milliseconds" : unit.toLowerCase(Locale.ROOT);
    }
}
