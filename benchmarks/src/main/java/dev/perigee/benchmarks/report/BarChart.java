package dev.perigee.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Groups of horizontal bars, as SVG that reads well on light and on dark pages.
 *
 * @param title what is shown
 * @param subtitle in what unit, and what is better
 * @param groups from top to bottom
 * @param reference where a line is drawn through all bars; NaN for none
 * @param label how a bar's value is written
 */
record BarChart(String title, String subtitle, List<Group> groups, double reference, DoubleFunction<String> label) {

    private static final int WIDTH = 850;
    private static final int LEFT = 310;
    private static final int LONGEST = 440;
    private static final int BAR = 15;
    private static final int STEP = 20;
    private static final int GROUP = 34;
    private static final int TOP = 62;

    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, sans-serif; fill: #1f2328 }
            .title { font-size: 15px; font-weight: 600 }
            .group { font-weight: 600 }
            .quiet { fill: #59636e }
            .value { stroke: #ffffff; stroke-width: 4; paint-order: stroke }
            .page { fill: #ffffff }
            .own { fill: #0969da }
            .peer { fill: #9aa4af }
            .limit { fill: #d8dee4; stroke: #9aa4af }
            .reference { stroke: #cf222e; stroke-dasharray: 3 3 }
            @media (prefers-color-scheme: dark) {
              text { fill: #f0f6fc }
              .quiet { fill: #9198a1 }
              .value { stroke: #0d1117 }
              .page { fill: #0d1117 }
              .own { fill: #4493f8 }
              .peer { fill: #656c76 }
              .limit { fill: #262c36; stroke: #656c76 }
              .reference { stroke: #f85149 }
            }
            </style>
            """;

    /** Bars that are compared with each other. */
    record Group(String name, List<Bar> bars) {}

    /** One bar. */
    record Bar(String name, double value, Kind kind) {}

    /** What a bar stands for. */
    enum Kind {
        OWN,
        PEER,
        LIMIT;

        String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String svg() {
        int height = TOP
                + groups.stream()
                        .mapToInt(group -> GROUP + STEP * group.bars().size())
                        .sum();
        double longest = groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToDouble(Bar::value)
                .max()
                .orElse(1);
        double scale = LONGEST / longest;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
                WIDTH,
                height,
                WIDTH,
                height));
        svg.append("<title>").append(escaped(title)).append("</title>\n").append(STYLE);
        svg.append(String.format(
                Locale.ROOT, "<rect class=\"page\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n", WIDTH, height));
        text(svg, "title", 16, 26, title, false);
        text(svg, "quiet", 16, 46, subtitle, false);
        int y = TOP;
        for (Group group : groups) {
            y = group(svg, group, scale, y);
        }
        return svg.append("</svg>\n").toString();
    }

    private int group(StringBuilder svg, Group group, double scale, int top) {
        text(svg, "group", 16, top + 16, group.name(), false);
        int end = top + GROUP + STEP * group.bars().size();
        int y = top + 26;
        for (Bar bar : group.bars()) {
            text(svg, bar.kind() == Kind.OWN ? "group" : "", LEFT - 8, y + BAR - 3, bar.name(), true);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
                    bar.kind().style(),
                    LEFT,
                    y,
                    Math.max(1, bar.value() * scale),
                    BAR));
            y += STEP;
        }
        reference(svg, scale, top + 22, y);
        values(svg, group, scale, top + 26);
        return end;
    }

    private void reference(StringBuilder svg, double scale, int top, int bottom) {
        if (!Double.isNaN(reference)) {
            double x = LEFT + reference * scale;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"reference\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
                    x,
                    top,
                    x,
                    bottom));
        }
    }

    /** Above the line, which their outline in the page's colour interrupts. */
    private void values(StringBuilder svg, Group group, double scale, int top) {
        int y = top;
        for (Bar bar : group.bars()) {
            text(svg, "value", LEFT + bar.value() * scale + 6, y + BAR - 3, label.apply(bar.value()), false);
            y += STEP;
        }
    }

    private static void text(StringBuilder svg, String style, double x, int y, String text, boolean toTheLeft) {
        svg.append(String.format(
                Locale.ROOT,
                "<text%s x=\"%.1f\" y=\"%d\"%s>%s</text>%n",
                style.isEmpty() ? "" : " class=\"" + style + "\"",
                x,
                y,
                toTheLeft ? " text-anchor=\"end\"" : "",
                escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
