package dev.perigee.processor.declaration;

import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.SuppressionProblem;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.diagnostics.Rules;
import dev.perigee.processor.diagnostics.Suppressions;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Reads {@code @SuppressScript}. */
public final class SuppressionReader {

    private SuppressionReader() {}

    /** Adds what an element suppresses, and reports what it cannot. */
    public static void read(Element element, Suppressions suppressions, Report report) {
        for (AnnotationMirror annotation :
                Annotations.findAll(element, Annotations.SUPPRESS, Annotations.SUPPRESS_LIST)) {
            String code = Annotations.text(annotation, "code").orElse("");
            String reason = Annotations.text(annotation, "reason").orElse("");
            JavaPlace place = JavaPlace.of(element, annotation);
            problem(code, reason, place)
                    .ifPresentOrElse(
                            report::add,
                            () -> Rules.ofCode(code).ifPresent(rule -> suppressions.addJava(element, rule, place)));
        }
    }

    /** What is wrong with a suppression, in Java or in a script; empty if nothing is. */
    public static Optional<Finding> problem(String code, String reason, JavaPlace place) {
        return SuppressionProblem.of(code, reason, Rules.ofCode(code), Rules.all())
                .map(problem -> {
                    Finding finding = Finding.of(ScriptRule.INVALID_SUPPRESSION, place, problem.message());
                    return problem.help().isEmpty() ? finding : finding.help(problem.help());
                });
    }
}
