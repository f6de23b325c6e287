package dev.perigee.processor.model;

import static dev.perigee.processor.model.TypeReader.isNamed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Decides how a reply is read into a type. */
final class ReplyReader {

    private static final Map<String, String> SCALARS = Map.of(
            "java.lang.Long", "asLong",
            "java.lang.Integer", "asInt",
            "java.lang.Boolean", "asBoolean",
            "java.lang.Double", "asDouble",
            "java.lang.String", "asString");

    private final Types types;
    private final PackageElement from;
    private final Deque<String> enclosing = new ArrayDeque<>();

    /** A reader for invokers in a package. */
    ReplyReader(Types types, PackageElement from) {
        this.types = types;
        this.from = from;
    }

    /** A type cannot be read; the message says which, and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** What a method's own return type, or the type argument of its CompletionStage, is read into. */
    ReplyType readWhole(TypeMirror type) throws Unreadable {
        return type.getKind() == TypeKind.VOID || isNamed(type, "java.lang.Void")
                ? new ReplyType.Nothing()
                : read(type);
    }

    private ReplyType read(TypeMirror type) throws Unreadable {
        return switch (type.getKind()) {
            case LONG -> new ReplyType.Scalar("asLong");
            case INT -> new ReplyType.Scalar("asInt");
            case BOOLEAN -> new ReplyType.Scalar("asBoolean");
            case DOUBLE -> new ReplyType.Scalar("asDouble");
            case ARRAY -> readArray(type);
            case DECLARED -> readDeclared(type);
            default -> throw unreadable(type, "");
        };
    }

    private static ReplyType readArray(TypeMirror type) throws Unreadable {
        if (!TypeReader.isBytes(type)) {
            throw unreadable(type, "");
        }
        return new ReplyType.Scalar("asBytes");
    }

    private ReplyType readDeclared(TypeMirror type) throws Unreadable {
        String name = TypeReader.element(type).getQualifiedName().toString();
        String scalar = SCALARS.get(name);
        if (scalar != null) {
            return new ReplyType.Scalar(scalar);
        }
        if (name.equals("java.util.Optional")) {
            return new ReplyType.Maybe(read(argument(type)));
        }
        if (name.equals("java.util.List")) {
            return new ReplyType.Many(read(argument(type)));
        }
        if (!TypeReader.isEnum(type) && !TypeReader.isRecord(type)) {
            throw unreadable(type, "");
        }
        if (!TypeReader.isVisible(type, from)) {
            throw unreadable(type, ", because an invoker cannot see it");
        }
        return TypeReader.isEnum(type) ? new ReplyType.Constant(type) : readRecord((DeclaredType) type);
    }

    private ReplyType readRecord(DeclaredType type) throws Unreadable {
        String id = type.toString();
        if (enclosing.contains(id)) {
            throw unreadable(type, ", because it contains itself");
        }
        enclosing.push(id);
        try {
            List<ReplyType.Component> components = new ArrayList<>();
            for (RecordComponentElement component : TypeReader.element(type).getRecordComponents()) {
                ExecutableType accessor = (ExecutableType) types.asMemberOf(type, component.getAccessor());
                components.add(
                        new ReplyType.Component(component.getSimpleName().toString(), read(accessor.getReturnType())));
            }
            return new ReplyType.Tuple(
                    type, TypeReader.element(type).getSimpleName().toString(), components);
        } finally {
            enclosing.pop();
        }
    }

    private static TypeMirror argument(TypeMirror type) throws Unreadable {
        List<? extends TypeMirror> arguments = TypeReader.arguments(type);
        if (arguments.size() != 1 || arguments.get(0).getKind() == TypeKind.WILDCARD) {
            throw unreadable(type, ", because its element type is not known");
        }
        return arguments.get(0);
    }

    private static Unreadable unreadable(TypeMirror type, String reason) {
        return new Unreadable("a reply cannot be read into " + TypeReader.simpleName(type) + reason);
    }
}
