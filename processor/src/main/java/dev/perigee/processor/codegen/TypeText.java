package dev.perigee.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;

/** Types as text, with their classes marked. */
final class TypeText {

    private TypeText() {}

    /** Appends a type. */
    static void append(StringBuilder text, TypeName type) {
        if (type instanceof ClassName name) {
            Imports.mark(text, name);
        } else if (type instanceof ParameterizedTypeName parameterized) {
            append(text, parameterized);
        } else if (type instanceof ArrayTypeName array) {
            append(text, array.componentType());
            text.append("[]");
        } else if (type instanceof WildcardTypeName wildcard) {
            append(text, wildcard);
        } else {
            text.append(type);
        }
    }

    private static void append(StringBuilder text, ParameterizedTypeName type) {
        ParameterizedTypeName enclosing = type.enclosingType();
        if (enclosing == null) {
            Imports.mark(text, type.rawType());
        } else {
            append(text, enclosing);
            text.append('.').append(type.rawType().simpleName());
        }
        List<TypeName> arguments = type.typeArguments();
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "<" : ", ");
            append(text, arguments.get(i));
        }
        text.append(arguments.isEmpty() ? "" : ">");
    }

    private static void append(StringBuilder text, WildcardTypeName type) {
        boolean bounded = !type.lowerBounds().isEmpty();
        TypeName bound = (bounded ? type.lowerBounds() : type.upperBounds()).get(0);
        if (bounded) {
            text.append("? super ");
            append(text, bound);
        } else if (bound.equals(ClassName.OBJECT)) {
            text.append('?');
        } else {
            text.append("? extends ");
            append(text, bound);
        }
    }
}
