package dev.perigee.processor.model;

import dev.perigee.processor.declaration.ParameterDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a method.
 *
 * @param parameter the parameter it is
 * @param kind how it is sent
 * @param unit the name of the {@code ChronoUnit} of a duration
 */
public record Argument(
        ParameterDeclaration parameter, Kind kind, @Nullable String unit) {

    /** The parameter's name. */
    public String name() {
        return parameter.name();
    }

    /** Whether it is a text, an id or a constant's name. */
    public boolean isText() {
        return TypeReader.isNamed(parameter.type(), "java.lang.String")
                || TypeReader.isNamed(parameter.type(), "java.util.UUID")
                || TypeReader.isEnum(parameter.type());
    }

    /** How an argument is sent, and what has to be checked first. */
    public enum Kind {
        /** A primitive integer or boolean. */
        PRIMITIVE,
        /** A primitive floating-point number, which must be finite. */
        PRIMITIVE_FLOATING,
        /** A boxed floating-point number. */
        FLOATING,
        /** Any other object, which must not be null. */
        OBJECT,
        /** A {@code java.time.Duration}, which is counted in the unit. */
        DURATION
    }
}
