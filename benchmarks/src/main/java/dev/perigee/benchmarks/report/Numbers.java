package dev.perigee.benchmarks.report;

import java.util.Locale;

/** How numbers are written. */
final class Numbers {

    private Numbers() {}

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Three digits, as far as there is a point. */
    static String micros(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
