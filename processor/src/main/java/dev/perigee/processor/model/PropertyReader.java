package dev.perigee.processor.model;

import dev.perigee.processor.model.KeyPart.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Follows property paths: record components and getters. */
final class PropertyReader {

    private final Elements elements;
    private final Types types;
    private final PackageElement from;

    /** A reader for invokers in a package. */
    PropertyReader(Elements elements, Types types, PackageElement from) {
        this.elements = elements;
        this.types = types;
        this.from = from;
    }

    /** Where a path leads. */
    sealed interface Path {}

    record Resolved(List<Property> properties, TypeMirror type) implements Path {}

    /**
     * A property that does not exist, or cannot be read.
     *
     * @param message what is wrong
     * @param depth how many properties were found before it
     * @param candidates the properties there are
     * @param help what to do; empty if it is one of the candidates that was meant, or none
     */
    record Broken(String message, int depth, List<String> candidates, String help) implements Path {}

    Path follow(TypeMirror start, List<String> names) {
        List<Property> properties = new ArrayList<>();
        TypeMirror type = start;
        for (String name : names) {
            Map<String, ExecutableElement> known = properties(type);
            ExecutableElement accessor = known.get(name);
            if (accessor == null) {
                return new Broken(
                        TypeReader.simpleName(type) + " has no property " + name,
                        properties.size(),
                        List.copyOf(known.keySet()),
                        "");
            }
            if (!TypeReader.isVisible(accessor, from) || !TypeReader.isVisible(type, from)) {
                return new Broken(
                        TypeReader.simpleName(type) + "." + accessor.getSimpleName()
                                + "() cannot be seen by an invoker in "
                                + TypeReader.name(from),
                        properties.size(),
                        List.of(),
                        "make it public");
            }
            if (accessor.getThrownTypes().stream().anyMatch(this::isChecked)) {
                return new Broken(
                        TypeReader.simpleName(type) + "." + accessor.getSimpleName()
                                + "() throws a checked exception, which an invoker cannot",
                        properties.size(),
                        List.of(),
                        "add a getter that throws none");
            }
            type = ((ExecutableType) types.asMemberOf((DeclaredType) type, accessor)).getReturnType();
            properties.add(new Property(name, accessor.getSimpleName().toString()));
        }
        return new Resolved(properties, type);
    }

    private boolean isChecked(TypeMirror thrown) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .map(name -> elements.getTypeElement(name).asType())
                .noneMatch(unchecked -> types.isSubtype(thrown, unchecked));
    }

    private Map<String, ExecutableElement> properties(TypeMirror type) {
        Map<String, ExecutableElement> properties = new TreeMap<>();
        if (type.getKind() != TypeKind.DECLARED) {
            return properties;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(TypeReader.element(type)))) {
            String property = getterOf(method);
            if (!property.isEmpty()) {
                properties.put(property, method);
            }
        }
        for (RecordComponentElement component : TypeReader.element(type).getRecordComponents()) {
            properties.put(component.getSimpleName().toString(), component.getAccessor());
        }
        return properties;
    }

    private static String getterOf(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean readable = method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && !name.equals("getClass");
        for (String prefix : List.of("get", "is")) {
            if (readable
                    && name.startsWith(prefix)
                    && name.length() > prefix.length()
                    && Character.isUpperCase(name.charAt(prefix.length()))) {
                return Character.toLowerCase(name.charAt(prefix.length())) + name.substring(prefix.length() + 1);
            }
        }
        return "";
    }
}
