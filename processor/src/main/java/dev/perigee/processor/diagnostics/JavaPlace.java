package dev.perigee.processor.diagnostics;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where in the Java source a finding belongs, as exactly as the compiler can point.
 *
 * @param element the declaration
 * @param annotation the annotation on it, if the finding is about one
 * @param value the value in the annotation, if the finding is about one
 * @param scope what the finding is about, whose suppressions count; another declaration than {@code element} where that
 *     one inherits it
 */
public record JavaPlace(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value,
        Element scope) {

    /** An annotation on a declaration, or a value in it. */
    public JavaPlace(Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
        this(element, annotation, value, element);
    }

    /** A declaration. */
    public static JavaPlace of(Element element) {
        return new JavaPlace(element, null, null);
    }

    /** The same place for something that is declared elsewhere and inherited here. */
    public JavaPlace about(Element inherited) {
        return new JavaPlace(element, annotation, value, inherited);
    }

    /** An annotation on a declaration. */
    public static JavaPlace of(Element element, AnnotationMirror annotation) {
        return new JavaPlace(element, annotation, null);
    }
}
