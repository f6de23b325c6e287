package dev.perigee.processor.model;

import dev.perigee.lua.check.TimeUse;
import dev.perigee.lua.check.TimeUses;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The units in which a script takes its arguments, proved by the commands that they reach. */
final class ArgumentUnits {

    /** What ends in {@code ms} or {@code days} in lower case is more often a plural: items, holidays. */
    private static final Pattern NAME = Pattern.compile(
            "(?:.*(?:[a-z0-9]))?(seconds|Seconds|secs|Secs|millis|Millis|milliseconds|Milliseconds|Ms|minutes|Minutes"
                    + "|hours|Hours|Days|(?<![a-z])(?:ms|days))");

    private static final Map<String, ChronoUnit> NAMED = Map.of(
            "seconds", ChronoUnit.SECONDS,
            "secs", ChronoUnit.SECONDS,
            "millis", ChronoUnit.MILLIS,
            "milliseconds", ChronoUnit.MILLIS,
            "ms", ChronoUnit.MILLIS,
            "minutes", ChronoUnit.MINUTES,
            "hours", ChronoUnit.HOURS,
            "days", ChronoUnit.DAYS);

    private final String method;
    private final @Nullable BoundScript script;
    private final List<TimeUse> uses;

    ArgumentUnits(String method, @Nullable BoundScript script) {
        this.method = method;
        this.script = script;
        this.uses = script == null || !script.parsed().isValid() ? List.of() : TimeUses.of(script.facts());
    }

    private List<TimeUse> of(int position) {
        return uses.stream().filter(use -> use.argument() == position).toList();
    }

    /**
     * The one unit in which the script takes an argument; null if there are several, or none is known. That of a point in time
     * counts too: it is used where {@link #contradiction} is suppressed.
     */
    @Nullable
    String proved(int position) {
        List<TimeUse> here = of(position);
        boolean clear = !here.isEmpty()
                && here.stream().allMatch(use -> use.unit() != null)
                && here.stream().map(TimeUse::unit).distinct().count() == 1;
        return clear ? Objects.requireNonNull(here.get(0).unit()).name() : null;
    }

    /**
     * What speaks against sending a duration in a unit.
     *
     * @param unit the unit that the user names; null to use that of the script
     */
    Optional<Finding> contradiction(
            ParameterDeclaration parameter, JavaPlace place, int position, @Nullable String unit) {
        List<TimeUse> here = of(position);
        for (TimeUse use : here) {
            if (use.absolute()) {
                return Optional.of(at(
                                use,
                                Finding.of(
                                        InterfaceRule.UNIT_CONTRADICTED,
                                        place,
                                        method + ": " + parameter.name() + " is a duration, and reaches "
                                                + use.command() + " as a point in time"))
                        .help("pass the point in time, as a long in the unit of " + use.command()
                                + ", or add the duration to redis.call('TIME') in the script"));
            }
            if (unit != null && use.unit() != null && !use.unit().name().equals(unit)) {
                return Optional.of(at(
                                use,
                                Finding.of(
                                        InterfaceRule.UNIT_CONTRADICTED,
                                        place,
                                        method + ": " + parameter.name() + " is sent in " + name(unit)
                                                + ", and the script takes it in "
                                                + name(use.unit().name())))
                        .help("leave the unit out: the script says it"));
            }
        }
        long distinct = here.stream()
                .map(TimeUse::unit)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (unit == null && distinct > 1) {
            TimeUse first = here.get(0);
            TimeUse other = here.stream()
                    .filter(use -> use.unit() != first.unit())
                    .findFirst()
                    .orElseThrow();
            return Optional.of(at(
                            other,
                            Finding.of(
                                    InterfaceRule.UNITS_DIFFER,
                                    place,
                                    method + ": the script takes " + parameter.name() + " in " + name(first) + " for "
                                            + first.command() + ", and in " + name(other) + " for " + other.command()))
                    .help("convert it in the script: tonumber(ARGV[" + position + "]) * 1000"));
        }
        return Optional.empty();
    }

    /** A whole number whose name ends in another unit than the script takes it in. */
    Optional<Finding> contradictedName(ParameterDeclaration parameter, int position) {
        Matcher matcher = NAME.matcher(parameter.name());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ChronoUnit named = NAMED.get(matcher.group(1).toLowerCase(Locale.ROOT));
        return of(position).stream()
                .filter(use -> use.unit() != null && use.unit() != named)
                .findFirst()
                .map(use -> at(
                                use,
                                Finding.of(
                                        InterfaceRule.UNIT_NAME_DIFFERS,
                                        parameter.place(),
                                        method + ": " + parameter.name() + " reaches " + use.command() + " in "
                                                + name(use)))
                        .help("convert it in the script, or pass a Duration, which is sent in the unit of the script"));
    }

    private static String name(TimeUse use) {
        return use.unit() == null ? "an unknown unit" : name(use.unit().name());
    }

    private static String name(String unit) {
        return unit.equals("MILLIS") ? "milliseconds" : unit.toLowerCase(Locale.ROOT);
    }

    private Finding at(TimeUse use, Finding finding) {
        return script == null ? finding : finding.inScript(script.source(), use.span());
    }
}
