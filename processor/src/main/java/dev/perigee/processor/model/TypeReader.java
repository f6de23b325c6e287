package dev.perigee.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

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

    static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    /** Whether code in another class can name the type, and those in it. */
    static boolean isVisible(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return isVisible(((ArrayType) type).getComponentType());
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return true;
        }
        if (!arguments(type).stream().allMatch(TypeReader::isVisible)) {
            return false;
        }
        for (Element scope = element(type); scope != null; scope = scope.getEnclosingElement()) {
            if (scope.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
        }
        return true;
    }

    /** The type as users would write it, with the simple names of classes. */
    static String simpleName(TypeMirror type) {
        return type.toString().replaceAll("@[\\w.]+ ?", "").replaceAll("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])", "");
    }
}
