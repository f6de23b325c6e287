package dev.perigee.processor.declaration;

import dev.perigee.processor.declaration.DeliveryDeclaration.Kind;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads how calls are delivered: {@code @Idempotent}, {@code @ExactlyOnce} and time limits. */
final class DeliveryReader {

    private final TypeElement type;
    private final JavaPlace typePlace;
    private final Report report;

    DeliveryReader(TypeElement type, JavaPlace typePlace, Report report) {
        this.type = type;
        this.typePlace = typePlace;
        this.report = report;
    }

    /** Reports what the interface itself says and cannot. */
    void checkType() {
        duration(type, Annotations.REDIS_SCRIPT, "timeout");
        Optional<AnnotationMirror> idempotent = Annotations.find(type, Annotations.IDEMPOTENT);
        if (idempotent.isPresent()
                && Annotations.find(type, Annotations.READ_ONLY).isPresent()) {
            report.add(idempotentRead(JavaPlace.of(type, idempotent.get()), type));
        }
    }

    /** How calls of the method are delivered; empty if that cannot be, which is then reported. */
    Optional<DeliveryDeclaration> read(ExecutableElement method, boolean readOnly) {
        int before = report.findings().size();
        Optional<Duration> timeout = timeout(method);
        Optional<AnnotationMirror> once = Annotations.find(method, Annotations.EXACTLY_ONCE);
        Optional<AnnotationMirror> idempotent = Annotations.find(method, Annotations.IDEMPOTENT);
        JavaPlace place = place(method, once.or(() -> idempotent));
        if (once.isPresent() && readOnly) {
            report.add(Finding.of(
                            InterfaceRule.DELIVERY_CONTRADICTED,
                            place,
                            method.getSimpleName()
                                    + " is @ReadOnly, and so cannot write the record that @ExactlyOnce keeps")
                    .help("leave @ExactlyOnce out: reading twice does no harm, and is done where a reply was lost"));
        } else if (once.isPresent() && idempotent.isPresent()) {
            report.add(Finding.of(
                            InterfaceRule.DELIVERY_CONTRADICTED,
                            place,
                            method.getSimpleName() + " is @Idempotent, and so needs no record of @ExactlyOnce")
                    .help("keep @Idempotent if the script may run twice, which costs nothing, or @ExactlyOnce if it may"
                            + " not"));
        } else if (idempotent.isPresent() && readOnly) {
            report.add(idempotentRead(place, method));
        }
        Optional<Duration> remember =
                once.isPresent() ? duration(method, Annotations.EXACTLY_ONCE, "remember") : Optional.empty();
        if (report.findings().size() > before) {
            return Optional.empty();
        }
        Kind kind = once.isPresent() ? Kind.EXACTLY_ONCE : idempotent(method) ? Kind.IDEMPOTENT : Kind.AT_MOST_ONCE;
        return Optional.of(new DeliveryDeclaration(kind, remember.orElse(null), timeout.orElse(null), place));
    }

    private static Finding idempotentRead(JavaPlace place, Element element) {
        return Finding.of(
                        InterfaceRule.DELIVERY_CONTRADICTED,
                        place,
                        element.getSimpleName() + " is @ReadOnly, and so is idempotent without @Idempotent")
                .help("leave @Idempotent out");
    }

    private boolean idempotent(ExecutableElement method) {
        return Annotations.find(method, Annotations.IDEMPOTENT).isPresent()
                || Annotations.find(owner(method), Annotations.IDEMPOTENT).isPresent()
                || Annotations.find(type, Annotations.IDEMPOTENT).isPresent();
    }

    /** The nearest that is said; what is wrong with that of an interface is reported there. */
    private Optional<Duration> timeout(ExecutableElement method) {
        if (says(method)) {
            return duration(method, Annotations.REDIS_SCRIPT, "timeout");
        }
        return says(owner(method)) ? known(owner(method)) : known(type);
    }

    private static boolean says(Element element) {
        return text(element).isPresent();
    }

    private static Optional<Duration> known(Element element) {
        return text(element).filter(text -> Limits.problem(text).isEmpty()).map(Duration::parse);
    }

    private static Optional<String> text(Element element) {
        return Annotations.find(element, Annotations.REDIS_SCRIPT)
                .flatMap(annotation -> Annotations.text(annotation, "timeout"))
                .filter(text -> !text.isEmpty());
    }

    private Optional<Duration> duration(Element element, String annotationName, String value) {
        AnnotationMirror annotation = Annotations.find(element, annotationName).orElseThrow();
        Optional<String> text = Annotations.text(annotation, value);
        if (text.isEmpty() || (text.get().isEmpty() && value.equals("timeout"))) {
            return Optional.empty();
        }
        String problem = Limits.problem(text.get());
        if (problem.isEmpty()) {
            return text.map(Duration::parse);
        }
        boolean inherited =
                element instanceof ExecutableElement method && !owner(method).equals(type);
        JavaPlace place = inherited
                ? typePlace.about(element)
                : new JavaPlace(
                        element,
                        annotation,
                        Annotations.value(annotation, value).orElse(null));
        report.add(Finding.of(
                        InterfaceRule.INVALID_LIMIT,
                        place,
                        "\"" + text.get() + "\" cannot be "
                                + (value.equals("timeout") ? "the timeout of " : "how long to remember replies of ")
                                + element.getSimpleName() + ": " + problem)
                .help("write it as java.time.Duration.parse reads it: \"PT0.25S\", \"PT10M\", \"PT24H\", \"P7D\""));
        return Optional.empty();
    }

    private JavaPlace place(ExecutableElement method, Optional<AnnotationMirror> annotation) {
        if (!owner(method).equals(type)) {
            return typePlace.about(method);
        }
        return annotation.map(found -> JavaPlace.of(method, found)).orElseGet(() -> JavaPlace.of(method));
    }

    private static Element owner(ExecutableElement method) {
        return Objects.requireNonNull(method.getEnclosingElement());
    }
}
