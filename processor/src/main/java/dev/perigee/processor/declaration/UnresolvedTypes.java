package dev.perigee.processor.declaration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what does not exist, or not yet: another processor may generate it in this round. Looks at what an interface
 * extends, at its methods and those it inherits, at the components of records and the alternatives of sealed types in these, and at Perigee's annotations.
 */
public final class UnresolvedTypes {

    /** What compilers put in the place of a constant they cannot find. */
    private static final String UNKNOWN_VALUE = "<error>";

    private static final List<String> ANNOTATIONS = List.of(
            Annotations.REDIS_SCRIPT,
            Annotations.KEY,
            Annotations.KEY_LIST,
            Annotations.ARG,
            Annotations.CODEC,
            Annotations.SCRIPT_ERROR,
            Annotations.SCRIPT_ERROR_LIST);

    private final InterfaceMethods methods;
    private final Set<Element> visited = new HashSet<>();

    private UnresolvedTypes(InterfaceMethods methods) {
        this.methods = methods;
    }

    /** Whether an interface depends on something that does not exist. */
    public static boolean in(TypeElement type, InterfaceMethods methods) {
        return new UnresolvedTypes(methods).isUnresolved(type);
    }

    private boolean isUnresolved(TypeElement type) {
        if (hasUnknownValue(type)) {
            return true;
        }
        for (TypeElement declaring : methods.closure(type)) {
            boolean unresolved = declaring.getInterfaces().stream().anyMatch(this::isUnresolved)
                    || ElementFilter.methodsIn(declaring.getEnclosedElements()).stream()
                            .anyMatch(this::isUnresolved);
            if (unresolved) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnresolved(ExecutableElement method) {
        return hasUnknownValue(method)
                || isUnresolved(method.getReturnType())
                || method.getParameters().stream().anyMatch(this::isUnresolved);
    }

    private boolean isUnresolved(VariableElement parameter) {
        return hasUnknownValue(parameter) || isUnresolved(parameter.asType());
    }

    private boolean isUnresolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type.getKind() == TypeKind.ARRAY) {
            return isUnresolved(((ArrayType) type).getComponentType());
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        return ((DeclaredType) type).getTypeArguments().stream().anyMatch(this::isUnresolved)
                || (visited.add(element) && hasUnresolvedParts(element));
    }

    private boolean hasUnresolvedParts(TypeElement element) {
        return element.getKind() == ElementKind.RECORD
                ? hasUnresolvedComponent(element)
                : element.getPermittedSubclasses().stream().anyMatch(this::isUnresolved);
    }

    private boolean hasUnresolvedComponent(TypeElement element) {
        return element.getRecordComponents().stream()
                .anyMatch(component ->
                        hasNoAccessor(component) || hasUnknownValue(component) || isUnresolved(component.asType()));
    }

    /** The compiler refuses some names, as {@code wait}. */
    private static boolean hasNoAccessor(RecordComponentElement component) {
        return component.getAccessor() == null;
    }

    private static boolean hasUnknownValue(Element element) {
        for (String name : ANNOTATIONS) {
            if (Annotations.find(element, name)
                    .filter(UnresolvedTypes::hasUnknownValue)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasUnknownValue(AnnotationMirror annotation) {
        return annotation.getElementValues().values().stream()
                .anyMatch(value -> value.toString().contains(UNKNOWN_VALUE));
    }
}
