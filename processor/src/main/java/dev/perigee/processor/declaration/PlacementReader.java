package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds annotations that have no effect where they are. */
public final class PlacementReader {

    private final Set<Element> served;
    private final Map<Element, TypeElement> redeclared;

    /**
     * A reader that knows which methods have an invoker.
     *
     * @param served the methods of the interfaces of this compilation, inherited ones included
     * @param redeclared the methods that another interface declares again, with that one
     */
    public PlacementReader(Set<Element> served, Map<Element, TypeElement> redeclared) {
        this.served = Set.copyOf(served);
        this.redeclared = Map.copyOf(redeclared);
    }

    /** Reports an annotation of a method, or of a parameter of it, that does nothing. */
    public void read(Element annotated, String annotationName, Report report) {
        Element method = annotated.getKind() == ElementKind.PARAMETER ? enclosing(annotated) : annotated;
        boolean onComponents = annotationName.equals(Annotations.ARG) || annotationName.equals(Annotations.REPLY);
        boolean copied = onComponents && ofRecord(method);
        if (served.contains(method) || copied) {
            return;
        }
        AnnotationMirror annotation =
                Annotations.find(annotated, annotationName).orElseThrow();
        String what = "@" + Annotations.simpleName(annotationName);
        JavaPlace place = JavaPlace.of(annotated, annotation);
        Element type = enclosing(method);
        if (type.getKind() == ElementKind.INTERFACE && method.getModifiers().contains(Modifier.ABSTRACT)) {
            // An interface without @RedisScript may be there to be extended, in this compilation or in another.
            TypeElement again = redeclared.get(method);
            if (again != null
                    && Annotations.find(type, Annotations.REDIS_SCRIPT).isEmpty()) {
                report.add(Finding.of(
                                InterfaceRule.NO_INVOKER,
                                place,
                                method.getSimpleName() + " has " + what + ", but " + again.getSimpleName()
                                        + " declares " + method.getSimpleName()
                                        + " again, and only the annotations there count")
                        .help("repeat them there, or remove the method there"));
            } else if (Annotations.find(type, Annotations.REDIS_SCRIPT).isEmpty()) {
                report.add(Finding.of(
                                InterfaceRule.NO_INVOKER,
                                place,
                                method.getSimpleName() + " has " + what + ", but no invoker is generated for "
                                        + type.getSimpleName() + ", which has no @RedisScript")
                        .help("put @RedisScript(\"folder\") on the interface, or on one that extends it"));
            }
            return;
        }
        report.add(Finding.of(InterfaceRule.MISPLACED_ANNOTATION, place, what + " has no effect on " + describe(method))
                .help("it belongs on an abstract method of an interface with @RedisScript, or on its parameters"));
    }

    /** The compiler copies the annotations of a record's components to its constructor's parameters and to accessors. */
    private static boolean ofRecord(Element method) {
        // For Eclipse's compiler they are parameters of the record itself.
        return method.getKind() == ElementKind.RECORD
                || (enclosing(method).getKind() == ElementKind.RECORD
                        && (method.getKind() == ElementKind.CONSTRUCTOR || isAccessor(method)));
    }

    private static boolean isAccessor(Element method) {
        return ((TypeElement) enclosing(method))
                .getRecordComponents().stream().anyMatch(component -> method.equals(component.getAccessor()));
    }

    private static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }

    private static String describe(Element method) {
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            return "the constructor of " + enclosing(method).getSimpleName();
        }
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return "the static method " + method.getSimpleName();
        }
        boolean isDefault = method.getModifiers().contains(Modifier.DEFAULT);
        return (isDefault ? "the default method " : "the method ") + method.getSimpleName();
    }
}
