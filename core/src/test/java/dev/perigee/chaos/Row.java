package dev.perigee.chaos;

import dev.perigee.chaos.Books.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a run went.
 *
 * @param faults how many there were
 * @param note what else it shows; empty if nothing
 */
record Row(String fault, Promise promise, int faults, Audit audit, String note, List<String> violations) {

    static final String HEAD = """
            | fault | promise | faults | calls | succeeded | not executed | outcome unknown | of these ran | failed otherwise | ran twice | longest call | violations | |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|
            """;

    static Row of(String fault, Promise promise, int faults, Audit audit, String note) {
        return new Row(fault, promise, faults, audit, note, promise.violations(audit));
    }

    /** The same run, with what else was asked of it. */
    Row with(boolean holds, String violation) {
        if (holds) {
            return this;
        }
        List<String> all = new ArrayList<>(violations);
        all.add(violation);
        audit.failures().forEach((failure, count) -> all.add(count + " times " + failure));
        return new Row(fault, promise, faults, audit, note, all);
    }

    String line() {
        return "| " + fault + " | " + promise + " | "
                + number(faults) + " | "
                + number(audit.count()) + " | "
                + number(audit.count(Told.SUCCESS)) + " | "
                + number(audit.count(Told.NOT_EXECUTED)) + " | "
                + number(audit.count(Told.OUTCOME_UNKNOWN)) + " | "
                + number(audit.ran(Told.OUTCOME_UNKNOWN)) + " | "
                + number(audit.count(Told.SCRIPT_ERROR) + audit.count(Told.OTHER)) + " | "
                + number(audit.twice()) + " | "
                + number(audit.slowestMillis()) + " ms | "
                + (promise == Promise.NONE ? "–" : number(violations.size())) + " | " + note + " |\n";
    }

    /** A line about all runs that something was promised of. */
    static String sum(List<Row> rows) {
        List<Row> promised =
                rows.stream().filter(row -> row.promise != Promise.NONE).toList();
        return "\n"
                + number(promised.stream().mapToInt(row -> row.audit.count()).sum()) + " calls, "
                + number(promised.stream().mapToInt(Row::faults).sum()) + " faults, "
                + number(
                        promised.stream().mapToInt(row -> row.violations.size()).sum()) + " violations.\n";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
