package dev.perigee.processor.model;

import dev.perigee.lua.check.TimeUse;
import dev.perigee.lua.check.TimeUses;
import dev.perigee.lua.diagnostics.Rule.Suppression;
import dev.perigee.processor.declaration.ArgDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.model.ArgumentReader.Value;
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

    /** The units that have an exact length. */
    private static final List<String> EXACT =
            List.of("NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS", "DAYS");

    private final String method;
    private final @Nullable BoundScript script;
    private final List<TimeUse> uses;

    ArgumentUnits(String method, @Nullable BoundScript script) {
        this.method = method;
        this.script = script;
        this.uses = script == null || !script.parsed().isValid() ? List.of() : TimeUses.of(script.facts());
    }

    private List<TimeUse> of(int position) {
        return uses.stream()
                .filter(use -> position != Positions.NONE && use.argument() == position)
                .toList();
    }

    /**
     * The unit in which a duration or a point in time is passed; empty if there is none, which is then reported.
     *
     * @param positions gives it its place
     */
    Optional<String> unit(boolean instant, Value value, Positions positions, ArgumentFindings findings) {
        boolean lost = positions.isLost();
        int position = positions.take();
        ArgDeclaration arg = value.arg();
        String unit = arg == null ? null : arg.unit();
        if (unit != null && !EXACT.contains(unit)) {
            findings.add(Finding.of(
                            InterfaceRule.INVALID_UNIT,
                            value.argPlace(),
                            method + ": " + value.name() + " cannot be counted in " + unit
                                    + ", which has no exact length")
                    .help("use one of " + String.join(", ", EXACT)));
            return Optional.empty();
        }
        Optional<Finding> contradiction = contradiction(instant, value, position, unit);
        contradiction.ifPresent(findings::add);
        String used = unit != null ? unit : proved(position);
        boolean said = contradiction.stream().anyMatch(finding -> finding.rule().suppression() == Suppression.NEVER);
        // Without a unit nothing can be sent, so a finding that can be suppressed does not say enough.
        if (used == null && !said && !lost) {
            findings.add(Finding.of(
                            InterfaceRule.UNIT_MISSING,
                            value.argPlace(),
                            method + ": the unit in which the script takes " + value.name() + " is not known")
                    .help(
                            instant
                                    ? "say it: @Arg(unit = ChronoUnit.MILLIS) for PXAT and PEXPIREAT,"
                                            + " @Arg(unit = ChronoUnit.SECONDS) for EXAT and EXPIREAT"
                                    : "say it: @Arg(unit = ChronoUnit.MILLIS) for PX and PEXPIRE,"
                                            + " @Arg(unit = ChronoUnit.SECONDS) for EX and EXPIRE"));
        }
        return Optional.ofNullable(used);
    }

    /**
     * The one unit in which the script takes an argument; null if there are several, or none is known. That of a point in time
     * counts too: it is used where the contradiction is suppressed.
     */
    private @Nullable String proved(int position) {
        List<TimeUse> here = of(position);
        boolean clear = !here.isEmpty()
                && here.stream().allMatch(use -> use.unit() != null)
                && here.stream().map(TimeUse::unit).distinct().count() == 1;
        return clear ? Objects.requireNonNull(here.get(0).unit()).name() : null;
    }

    /** What speaks against sending a duration or a point in time; in a unit, if the user names one. */
    private Optional<Finding> contradiction(boolean instant, Value value, int position, @Nullable String unit) {
        List<TimeUse> here = of(position);
        for (TimeUse use : here) {
            Optional<Finding> finding = contradiction(use, instant, value, unit);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return unit == null ? difference(here, value, position) : Optional.empty();
    }

    private Optional<Finding> contradiction(TimeUse use, boolean instant, Value value, @Nullable String unit) {
        if (!instant && use.absolute()) {
            return Optional.of(contradicted(
                            use,
                            value,
                            value.name() + " is a duration, and reaches " + use.command() + " as a point in time")
                    .help("pass the point in time, as an Instant, or add the duration to redis.call('TIME') in the"
                            + " script"));
        }
        // A point in time from which something is taken may be a duration.
        if (instant && !use.absolute() && !use.shifted()) {
            return Optional.of(contradicted(
                            use,
                            value,
                            value.name() + " is a point in time, and reaches " + use.command() + " as a duration")
                    .help("pass a Duration, or take redis.call('TIME') from it in the script"));
        }
        if (unit != null && use.unit() != null && !use.unit().name().equals(unit)) {
            return Optional.of(contradicted(
                            use,
                            value,
                            value.name() + " is sent in " + name(unit) + ", and the script takes it in "
                                    + name(use.unit().name()))
                    .help("leave the unit out: the script says it"));
        }
        return Optional.empty();
    }

    private Finding contradicted(TimeUse use, Value value, String problem) {
        return at(use, Finding.of(InterfaceRule.UNIT_CONTRADICTED, value.argPlace(), method + ": " + problem));
    }

    private Optional<Finding> difference(List<TimeUse> here, Value value, int position) {
        long distinct = here.stream()
                .map(TimeUse::unit)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (distinct > 1) {
            TimeUse first = here.get(0);
            TimeUse other = here.stream()
                    .filter(use -> use.unit() != first.unit())
                    .findFirst()
                    .orElseThrow();
            return Optional.of(at(
                            other,
                            Finding.of(
                                    InterfaceRule.UNITS_DIFFER,
                                    value.argPlace(),
                                    method + ": the script takes " + value.name() + " in " + name(first) + " for "
                                            + first.command() + ", and in " + name(other) + " for " + other.command()))
                    .help("convert it in the script: tonumber(ARGV[" + position + "]) * 1000"));
        }
        return Optional.empty();
    }

    /** A whole number whose name ends in another unit than the script takes it in. */
    Optional<Finding> contradictedName(String name, Value value, int position) {
        Matcher matcher = NAME.matcher(name);
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
                                        value.place(),
                                        method + ": " + value.name() + " reaches " + use.command() + " in "
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
