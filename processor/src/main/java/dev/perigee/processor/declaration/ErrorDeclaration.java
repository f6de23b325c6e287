package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * A {@code @ScriptError}.
 *
 * @param code the code
 * @param exception the exception's class
 * @param holder the method or interface that has it
 * @param inherited whether it is on an interface that this one extends, and so about the methods of that alone
 * @param place where findings about it are reported
 */
public record ErrorDeclaration(String code, TypeElement exception, Element holder, boolean inherited, JavaPlace place) {

    /**
     * Those of a method or interface, in source order.
     *
     * @param inherited whether the holder is an interface that this one extends
     * @param place where findings about one are reported
     */
    static List<ErrorDeclaration> of(Element holder, boolean inherited, Function<AnnotationMirror, JavaPlace> place) {
        List<ErrorDeclaration> errors = new ArrayList<>();
        for (AnnotationMirror annotation :
                Annotations.findAll(holder, Annotations.SCRIPT_ERROR, Annotations.SCRIPT_ERROR_LIST)) {
            String code = Annotations.text(annotation, "code").orElse("");
            Optional<TypeElement> exception = Annotations.value(annotation, "exception")
                    .map(value -> value.getValue() instanceof DeclaredType type ? type.asElement() : null)
                    .map(TypeElement.class::cast);
            exception.ifPresent(
                    type -> errors.add(new ErrorDeclaration(code, type, holder, inherited, place.apply(annotation))));
        }
        return errors;
    }

    /** What it says, wherever it is said. */
    String text() {
        return code + " " + exception.getQualifiedName();
    }
}
