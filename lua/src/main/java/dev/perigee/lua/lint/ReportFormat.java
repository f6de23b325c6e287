package dev.perigee.lua.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a report is written. */
enum ReportFormat {
    /** For people. */
    TEXT {
        @Override
        String write(LintReport report) {
            return TextReport.write(report);
        }
    },
    /** For scripts. */
    JSON {
        @Override
        String write(LintReport report) {
            return JsonReport.write(report);
        }
    },
    /** For code scanning: SARIF 2.1.0. */
    SARIF {
        @Override
        String write(LintReport report) {
            return SarifReport.write(report);
        }
    };

    abstract String write(LintReport report);

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReportFormat> of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(id))
                .findFirst();
    }
}
