package dev.perigee.processor.model;

import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether a declaration allows null: any annotation that is called {@code Nullable} says so, whoever made it. */
final class Nullness {

    private Nullness() {}

    static boolean isNullable(Element element, TypeMirror type) {
        return Stream.of(element, type).anyMatch(Nullness::isNullable);
    }

    /** @param element the parameter or component; null for a type argument */
    static boolean isNullable(TypeMirror type, @Nullable Element element) {
        boolean ofAccessor = element instanceof RecordComponentElement component && isNullable(component.getAccessor());
        return isNullable(type) || ofAccessor || (element != null && isNullable(element));
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
