package dev.perigee.processor.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What a type is, by name and shape. */
final class TypeReader {

    private static final List<String> BOXED_INTEGERS =
            List.of("java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Byte");

    private TypeReader() {}

    static boolean isNamed(TypeMirror type, String qualifiedName) {
        return type.getKind() == TypeKind.DECLARED
                && element(type).getQualifiedName().contentEquals(qualifiedName);
    }

    static boolean isEnum(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && element(type).getKind() == ElementKind.ENUM;
    }

    static boolean isRecord(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && element(type).getKind() == ElementKind.RECORD;
    }

    static boolean isSealedInterface(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && element(type).getKind() == ElementKind.INTERFACE
                && element(type).getModifiers().contains(Modifier.SEALED);
    }

    static boolean isBytes(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                && ((ArrayType) type).getComponentType().getKind() == TypeKind.BYTE;
    }

    static boolean isPrimitiveInteger(TypeMirror type) {
        return switch (type.getKind()) {
            case BYTE, SHORT, INT, LONG -> true;
            default -> false;
        };
    }

    static boolean isBoxedInteger(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && BOXED_INTEGERS.contains(element(type).getQualifiedName().toString());
    }

    static List<? extends TypeMirror> arguments(TypeMirror type) {
        return ((DeclaredType) type).getTypeArguments();
    }

    /**
     * The type arguments of the supertype of this name, none if it is raw; empty if it is no supertype. Those that the type
     * hands on are its own, with their annotations, which the compiler does not hand on.
     */
    static Optional<List<? extends TypeMirror>> argumentsOf(Types types, TypeMirror type, String supertype) {
        List<? extends TypeMirror> own = arguments(type);
        if (isNamed(type, supertype)) {
            return Optional.of(own);
        }
        List<TypeMirror> variables =
                element(type).getTypeParameters().stream().map(Element::asType).toList();
        boolean raw = own.size() < variables.size();
        return inherited(types, element(type).asType(), supertype)
                .map(found -> raw
                        ? List.of()
                        : found.stream()
                                .<TypeMirror>map(argument -> {
                                    int index = variables.indexOf(argument);
                                    return index < 0 ? argument : own.get(index);
                                })
                                .toList());
    }

    private static Optional<List<? extends TypeMirror>> inherited(Types types, TypeMirror type, String supertype) {
        if (isNamed(type, supertype)) {
            return Optional.of(arguments(type));
        }
        return types.directSupertypes(type).stream()
                .map(parent -> inherited(types, parent, supertype))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The type itself, or that which a wildcard extends; null if nothing is known. */
    static @Nullable TypeMirror bound(TypeMirror argument) {
        return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
    }

    /** What a wildcard extends where that is known; otherwise the type as it is. */
    static TypeMirror boundOrSelf(TypeMirror type) {
        TypeMirror bound = bound(type);
        return bound == null ? type : bound;
    }

    /** The same without annotations, so that types which differ in nothing else are written alike. */
    static TypeMirror unannotated(Types types, TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> types.getArrayType(unannotated(types, ((ArrayType) type).getComponentType()));
            case DECLARED ->
                types.getDeclaredType(
                        element(type),
                        arguments(type).stream()
                                .map(argument -> unannotated(types, argument))
                                .toArray(TypeMirror[]::new));
            default -> type.getKind().isPrimitive() ? types.getPrimitiveType(type.getKind()) : type;
        };
    }

    static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    /** Whether code in a package can name the type, and those in it. */
    static boolean isVisible(TypeMirror type, PackageElement from) {
        if (type.getKind() == TypeKind.ARRAY) {
            return isVisible(((ArrayType) type).getComponentType(), from);
        }
        return type.getKind() != TypeKind.DECLARED
                || (isVisible(element(type), from)
                        && arguments(type).stream().allMatch(argument -> isVisible(argument, from)));
    }

    /** Whether code in a package can use the element. Inherited access does not count: an invoker extends nothing. */
    static boolean isVisible(Element element, PackageElement from) {
        for (Element scope = element;
                scope != null && scope.getKind() != ElementKind.PACKAGE;
                scope = scope.getEnclosingElement()) {
            Set<Modifier> modifiers = scope.getModifiers();
            boolean visible = modifiers.contains(Modifier.PUBLIC)
                    || (!modifiers.contains(Modifier.PRIVATE)
                            && packageOf(scope).equals(from));
            if (!visible) {
                return false;
            }
        }
        return true;
    }

    static String name(PackageElement packageElement) {
        return packageElement.isUnnamed() ? "the unnamed package" : "package " + packageElement.getQualifiedName();
    }

    private static Element packageOf(Element element) {
        Element scope = element;
        while (scope.getKind() != ElementKind.PACKAGE) {
            scope = Objects.requireNonNull(scope.getEnclosingElement());
        }
        return scope;
    }

    /** The type as users would write it, with the simple names of classes. */
    static String simpleName(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return simpleName(((ArrayType) type).getComponentType()) + "[]";
        }
        if (type.getKind() == TypeKind.WILDCARD) {
            return "?";
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
        }
        String name = simpleName(element(type));
        return arguments(type).isEmpty()
                ? name
                : arguments(type).stream()
                        .map(TypeReader::simpleName)
                        .collect(Collectors.joining(", ", name + "<", ">"));
    }

    private static String simpleName(TypeElement element) {
        String name = element.getSimpleName().toString();
        return element.getEnclosingElement() instanceof TypeElement enclosing
                ? simpleName(enclosing) + "." + name
                : name;
    }
}
