package dev.perigee.lua.commands;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which words of a call are durations or instants. */
final class TimeWords {

    /** A place in a command, with its unit. */
    private record Place(int word, ChronoUnit unit, boolean absolute) {}

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("EXPIRE", new Place(2, ChronoUnit.SECONDS, false)),
            Map.entry("PEXPIRE", new Place(2, ChronoUnit.MILLIS, false)),
            Map.entry("EXPIREAT", new Place(2, ChronoUnit.SECONDS, true)),
            Map.entry("PEXPIREAT", new Place(2, ChronoUnit.MILLIS, true)),
            Map.entry("SETEX", new Place(2, ChronoUnit.SECONDS, false)),
            Map.entry("PSETEX", new Place(2, ChronoUnit.MILLIS, false)),
            Map.entry("HEXPIRE", new Place(2, ChronoUnit.SECONDS, false)),
            Map.entry("HPEXPIRE", new Place(2, ChronoUnit.MILLIS, false)),
            Map.entry("HEXPIREAT", new Place(2, ChronoUnit.SECONDS, true)),
            Map.entry("HPEXPIREAT", new Place(2, ChronoUnit.MILLIS, true)),
            Map.entry("XAUTOCLAIM", new Place(4, ChronoUnit.MILLIS, false)),
            Map.entry("XCLAIM", new Place(4, ChronoUnit.MILLIS, false)));

    /** Options whose operand is a time, in the commands that have them. */
    private static final Map<String, Place> OPTIONS = Map.of(
            "EX", new Place(0, ChronoUnit.SECONDS, false),
            "PX", new Place(0, ChronoUnit.MILLIS, false),
            "EXAT", new Place(0, ChronoUnit.SECONDS, true),
            "PXAT", new Place(0, ChronoUnit.MILLIS, true));

    /** The commands with such options, and after which word these begin. */
    private static final Map<String, Integer> WITH_OPTIONS = Map.of("SET", 2, "GETEX", 1, "HGETEX", 1, "HSETEX", 1);

    private TimeWords() {}

    static List<TimeWord> of(String command, CommandLine line) {
        List<TimeWord> times = new ArrayList<>();
        Place place = PLACES.get(command);
        if (place != null && place.word() < line.words().size()) {
            times.add(new TimeWord(place.word(), place.unit(), place.absolute()));
        }
        Integer before = WITH_OPTIONS.get(command);
        if (before != null) {
            options(line.words(), before, times);
        }
        restore(command, line, times);
        return times;
    }

    private static void options(List<@Nullable String> words, int before, List<TimeWord> times) {
        for (int i = before + 1; i + 1 < words.size(); i++) {
            String word = words.get(i);
            Place option = word == null ? null : OPTIONS.get(word.toUpperCase(java.util.Locale.ROOT));
            if (option != null) {
                times.add(new TimeWord(++i, option.unit(), option.absolute()));
            }
        }
    }

    private static void restore(String command, CommandLine line, List<TimeWord> times) {
        if (!command.equals("RESTORE") || line.words().size() <= 2) {
            return;
        }
        boolean absolute = line.words().stream().anyMatch(word -> word != null && word.equalsIgnoreCase("ABSTTL"));
        times.add(new TimeWord(2, ChronoUnit.MILLIS, absolute));
    }
}
