package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.TimeWord;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the units in which a script takes its arguments, by the commands that they reach. */
public final class TimeUses {

    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.NANOS,
            ChronoUnit.MICROS,
            ChronoUnit.MILLIS,
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS);

    private TimeUses() {}

    /** The uses, in the order of the text. */
    public static List<TimeUse> of(ScriptFacts facts) {
        List<TimeUse> uses = new ArrayList<>();
        for (CommandUse use : facts.commands()) {
            Command command = Calls.command(use);
            if (command == null) {
                continue;
            }
            for (TimeWord time : command.times(Calls.line(use))) {
                if (time.word() < use.arguments().size()) {
                    add(use.arguments().get(time.word()), time, command.name(), uses);
                }
            }
        }
        return uses;
    }

    private static void add(Argument argument, TimeWord time, String command, List<TimeUse> uses) {
        for (Atom atom : argument.value().atoms()) {
            Atom.Numeric number = number(atom);
            if (atom instanceof Atom.Text text && text.only() instanceof Source.Argument of) {
                uses.add(new TimeUse(of.index(), time.unit(), time.absolute(), false, command, argument.span()));
            } else if (number != null && number.source() instanceof Source.Argument of) {
                // What is added to a point in time is a duration.
                boolean absolute = time.absolute() && !number.shifted();
                ChronoUnit unit = unit(time.unit(), number.factor());
                uses.add(new TimeUse(of.index(), unit, absolute, number.shifted(), command, argument.span()));
            }
        }
    }

    private static Atom.@Nullable Numeric number(Atom atom) {
        if (atom instanceof Atom.Text text && text.only() instanceof Source.Written written) {
            return written.number();
        }
        return atom instanceof Atom.Numeric number ? number : null;
    }

    /** The unit of which so many make one of the other. */
    private static @Nullable ChronoUnit unit(ChronoUnit sent, double factor) {
        double nanos = sent.getDuration().toNanos() * Math.abs(factor);
        return UNITS.stream()
                .filter(unit -> Math.abs(unit.getDuration().toNanos() - nanos) <= nanos * 1e-9)
                .findFirst()
                .orElse(null);
    }
}
