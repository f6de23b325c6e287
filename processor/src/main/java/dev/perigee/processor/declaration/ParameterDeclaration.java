package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a method.
 *
 * @param name its name
 * @param type its type, with type variables resolved
 * @param place where findings about it are reported
 * @param arg its {@code @Arg}, if it has one
 */
public record ParameterDeclaration(
        String name,
        TypeMirror type,
        JavaPlace place,
        @Nullable ArgDeclaration arg) {

    /** The parameter with another type. */
    public ParameterDeclaration withType(TypeMirror other) {
        return new ParameterDeclaration(name, other, place, arg);
    }

    /**
     * An {@code @Arg}.
     *
     * @param unit the name of the {@code ChronoUnit}, if one is given
     * @param place the annotation
     */
    public record ArgDeclaration(@Nullable String unit, JavaPlace place) {}
}
