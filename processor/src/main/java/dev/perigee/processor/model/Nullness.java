package dev.perigee.processor.model;

import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Whether a declaration allows null: any annotation that is called {@code Nullable} says so, whoever made it. */
final class Nullness {

    private Nullness() {}

    static boolean isNullable(Element element, TypeMirror type) {
        return Stream.of(element, type).anyMatch(Nullness::isNullable);
    }

    private static boolean isNullable(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(annotation -> annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .contentEquals("Nullable"));
    }
}
