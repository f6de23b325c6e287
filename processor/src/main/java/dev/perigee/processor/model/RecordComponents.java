package dev.perigee.processor.model;

import dev.perigee.processor.declaration.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The components of a record, or of a data class of Kotlin: a class made by Kotlin's compiler with {@code component1()},
 * {@code component2()} and so on, and a constructor that takes what these return.
 */
final class RecordComponents {

    private static final String KOTLIN = "kotlin.Metadata";

    /**
     * A component.
     *
     * @param element what its annotations are on
     * @param accessor the method that gives its value
     */
    record Component(Element element, ExecutableElement accessor) {

        String name() {
            return element.getSimpleName().toString();
        }

        /** The declaration's own type has the annotations of its parts, but not the record's type arguments. */
        TypeMirror type(Types types, DeclaredType record) {
            TypeMirror resolved = ((ExecutableType) types.asMemberOf(record, accessor)).getReturnType();
            return types.isSameType(resolved, element.asType()) ? element.asType() : resolved;
        }
    }

    private RecordComponents() {}

    /** Whether a type has components. */
    static boolean isRecord(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && (TypeReader.element(type).getKind() == ElementKind.RECORD
                        || dataClass(TypeReader.element(type)).isPresent());
    }

    /** Whether an element is a component, and not a parameter of a method with a script. */
    static boolean isComponent(Element element) {
        return element instanceof RecordComponentElement
                || (element.getKind() == ElementKind.PARAMETER
                        && Objects.requireNonNull(element.getEnclosingElement()).getKind() == ElementKind.CONSTRUCTOR);
    }

    /** The components of a type that {@link #isRecord} says has some, in order. */
    static List<Component> of(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return dataClass(type).orElse(List.of());
        }
        List<Component> components = new ArrayList<>();
        type.getRecordComponents()
                .forEach(component -> components.add(new Component(component, component.getAccessor())));
        return components;
    }

    private static Optional<List<Component>> dataClass(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS
                || Annotations.find(type, KOTLIN).isEmpty()) {
            return Optional.empty();
        }
        List<ExecutableElement> accessors = accessors(type);
        return accessors.isEmpty()
                ? Optional.empty()
                : ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                        .filter(constructor -> takes(constructor.getParameters(), accessors))
                        .findFirst()
                        .map(constructor -> components(constructor.getParameters(), accessors));
    }

    private static List<ExecutableElement> accessors(TypeElement type) {
        List<ExecutableElement> accessors = new ArrayList<>();
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
        for (int i = 1; ; i++) {
            String name = "component" + i;
            Optional<ExecutableElement> accessor = methods.stream()
                    .filter(method -> method.getSimpleName().contentEquals(name)
                            && method.getParameters().isEmpty())
                    .findFirst();
            if (accessor.isEmpty()) {
                return accessors;
            }
            accessors.add(accessor.get());
        }
    }

    private static boolean takes(List<? extends VariableElement> parameters, List<ExecutableElement> accessors) {
        if (parameters.size() != accessors.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!TypeReader.simpleName(parameters.get(i).asType())
                    .equals(TypeReader.simpleName(accessors.get(i).getReturnType()))) {
                return false;
            }
        }
        return true;
    }

    private static List<Component> components(
            List<? extends VariableElement> parameters, List<ExecutableElement> accessors) {
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            components.add(new Component(parameters.get(i), accessors.get(i)));
        }
        return components;
    }
}
