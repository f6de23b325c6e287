package dev.perigee.benchmarks.report;

/**
 * Something that was aimed at.
 *
 * @param limit what must be reached
 * @param measured what was, or why that is not known
 * @param verdict whether it was reached; empty if nothing was asked, or nothing measured
 */
record Target(String what, String limit, String measured, String verdict) {

    private static final String NOT_MEASURED = "not measured in this run";

    static Target atLeast(String what, double limit, double measured) {
        return of(
                what, "≥ " + Numbers.ratio(limit) + " ×", Numbers.ratio(measured) + " ×", measured, measured >= limit);
    }

    static Target atMost(String what, double limit, double measured) {
        return of(
                what, "≤ " + Numbers.ratio(limit) + " ×", Numbers.ratio(measured) + " ×", measured, measured <= limit);
    }

    static Target bytes(String what, double limit, double measured) {
        return of(
                what,
                "≤ " + Numbers.whole(limit) + " B",
                Numbers.whole(measured) + " B",
                measured,
                Math.round(measured) <= limit);
    }

    /** Nothing is asked, but the figure is told. */
    static Target told(String what, double measured) {
        return new Target(what, "", Double.isNaN(measured) ? NOT_MEASURED : Numbers.ratio(measured) + " ×", "");
    }

    private static Target of(String what, String limit, String text, double measured, boolean reached) {
        return Double.isNaN(measured)
                ? new Target(what, limit, NOT_MEASURED, "")
                : new Target(what, limit, text, reached ? "reached" : "**missed**");
    }
}
