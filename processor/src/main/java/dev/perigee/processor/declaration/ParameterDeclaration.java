package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a method.
 *
 * @param element the parameter
 * @param name its name
 * @param type its type, with type variables resolved
 * @param place where findings about it are reported
 * @param arg its {@code @Arg}, if it has one
 */
public record ParameterDeclaration(
        VariableElement element,
        String name,
        TypeMirror type,
        JavaPlace place,
        @Nullable ArgDeclaration arg) {

    /** The parameter with another type. */
    public ParameterDeclaration withType(TypeMirror other) {
        return new ParameterDeclaration(element, name, other, place, arg);
    }
}
