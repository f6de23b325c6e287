package dev.perigee.processor.declaration;

import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds types that do not exist, or not yet: another processor may generate them in this round. */
public final class UnresolvedTypes {

    private UnresolvedTypes() {}

    /** Whether an interface mentions one in what it extends or in its methods. */
    public static boolean in(TypeElement type) {
        Stream<TypeMirror> ofMethods =
                ElementFilter.methodsIn(type.getEnclosedElements()).stream().flatMap(UnresolvedTypes::types);
        return Stream.concat(type.getInterfaces().stream(), ofMethods).anyMatch(UnresolvedTypes::isUnresolved);
    }

    private static Stream<TypeMirror> types(ExecutableElement method) {
        return Stream.concat(
                Stream.of(method.getReturnType()),
                method.getParameters().stream().map(VariableElement::asType));
    }

    private static boolean isUnresolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type.getKind() == TypeKind.ARRAY) {
            return isUnresolved(((ArrayType) type).getComponentType());
        }
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).getTypeArguments().stream().anyMatch(UnresolvedTypes::isUnresolved);
    }
}
