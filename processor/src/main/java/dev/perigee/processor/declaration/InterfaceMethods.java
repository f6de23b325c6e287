package dev.perigee.processor.declaration;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The methods of an interface and of those it extends, as they are declared. The compilers' own answer is not the same
 * everywhere: for generic parents, Eclipse's has methods without their parameters' names.
 */
public final class InterfaceMethods {

    private final Elements elements;
    private final Types types;

    /** For this compilation. */
    public InterfaceMethods(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The methods an invoker has to implement, those of the interface itself first; several where parents agree on one. */
    public List<ExecutableElement> abstractMethods(TypeElement type) {
        Map<ExecutableElement, TypeElement> redeclared = redeclared(type);
        return declaredMethods(type).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !redeclared.containsKey(method) && !isOfObject(type, method))
                .toList();
    }

    /** The inherited abstract methods that another interface on the way declares again, with that one. */
    public Map<ExecutableElement, TypeElement> redeclared(TypeElement type) {
        Map<ExecutableElement, TypeElement> redeclared = new HashMap<>();
        for (ExecutableElement method : declaredMethods(type)) {
            for (ExecutableElement other : declaredMethods(type)) {
                if (redeclares(type, other, method)) {
                    redeclared.put(method, owner(other));
                }
            }
        }
        return redeclared;
    }

    /** Not as {@code Elements.overrides} says, which for Eclipse's compiler holds between unrelated parents, too. */
    private boolean redeclares(TypeElement type, ExecutableElement again, ExecutableElement method) {
        return !owner(again).equals(owner(method))
                && closure(owner(again)).contains(owner(method))
                && sameSignature(type, again, method);
    }

    private static TypeElement owner(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }

    private Set<ExecutableElement> declaredMethods(TypeElement type) {
        Set<ExecutableElement> all = new LinkedHashSet<>();
        for (TypeElement declaring : closure(type)) {
            all.addAll(ElementFilter.methodsIn(declaring.getEnclosedElements()));
        }
        return all;
    }

    /** The interface, and all it extends, each once. */
    public Set<TypeElement> closure(TypeElement type) {
        Set<TypeElement> closure = new LinkedHashSet<>();
        collect(type, closure);
        return closure;
    }

    private static void collect(TypeElement type, Set<TypeElement> closure) {
        if (!closure.add(type)) {
            return;
        }
        for (TypeMirror parent : type.getInterfaces()) {
            Element element = ((DeclaredType) parent).asElement();
            collect((TypeElement) element, closure);
        }
    }

    /** An interface may declare {@code toString()} and the like again; every class has them. */
    private boolean isOfObject(TypeElement type, ExecutableElement method) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .filter(inherited -> inherited.getModifiers().contains(Modifier.PUBLIC))
                .anyMatch(inherited -> elements.overrides(method, inherited, type));
    }

    /** Whether one implementation serves both methods of an interface. */
    boolean sameSignature(TypeElement type, ExecutableElement method, ExecutableElement other) {
        return method.getSimpleName().equals(other.getSimpleName())
                && types.isSubsignature(MethodReader.in(types, type, method), MethodReader.in(types, type, other));
    }
}
