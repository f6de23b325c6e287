package dev.perigee.processor;

import dev.perigee.processor.declaration.Annotations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The elements of a round by their annotations. The compiler searches all sources when it is asked, so it is asked once. */
final class AnnotatedElements {

    /** The annotations that say something about scripts where they are, and must not be elsewhere. */
    static final List<String> ANNOTATIONS = List.of(
            Annotations.REDIS_SCRIPT,
            Annotations.KEY,
            Annotations.KEY_LIST,
            Annotations.ARG,
            Annotations.REPLY,
            Annotations.SCRIPT_ERROR,
            Annotations.SCRIPT_ERROR_LIST,
            Annotations.READ_ONLY,
            Annotations.IDEMPOTENT,
            Annotations.EXACTLY_ONCE,
            Annotations.OPERATION_ID,
            Annotations.SUPPRESS,
            Annotations.SUPPRESS_LIST);

    private final Map<String, List<Element>> elements = new HashMap<>();

    private AnnotatedElements() {}

    static AnnotatedElements of(RoundEnvironment round, Elements elements) {
        AnnotatedElements annotated = new AnnotatedElements();
        TypeElement[] annotations = ANNOTATIONS.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toArray(TypeElement[]::new);
        for (Element element : round.getElementsAnnotatedWithAny(annotations)) {
            for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
                annotated.add(annotation, element);
            }
        }
        return annotated;
    }

    private void add(AnnotationMirror annotation, Element element) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        String name = type.getQualifiedName().toString();
        List<Element> others = elements.computeIfAbsent(name, unknown -> new ArrayList<>());
        if (others.isEmpty() || !others.get(others.size() - 1).equals(element)) {
            others.add(element);
        }
    }

    /** The elements with an annotation, in the order of the sources. */
    List<Element> with(String annotation) {
        return elements.getOrDefault(annotation, List.of());
    }
}
