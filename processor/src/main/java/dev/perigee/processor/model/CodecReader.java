package dev.perigee.processor.model;

import dev.perigee.processor.declaration.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds the {@code @Codec} that is about a type: the nearest of parameter or component, method, interface and the type. */
final class CodecReader {

    static final String ENCODER = "dev.perigee.codec.ArgEncoder";
    static final String DECODER = "dev.perigee.codec.ReplyDecoder";

    private final Types types;

    CodecReader(Types types) {
        this.types = types;
    }

    /** The class that one of these scopes, or the type itself, names for a type. */
    Optional<CodecUse> named(TypeMirror type, String role, List<? extends Element> scopes) {
        for (Element scope : withType(type, scopes)) {
            for (TypeElement codec : classes(scope)) {
                if (types.isSameType(subject(codec.asType(), role), types.erasure(type))
                        || types.isSameType(subject(codec.asType(), role), type)) {
                    return Optional.of(new CodecUse(codec));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether one of these scopes, or the type itself, leaves types without a form to the client. */
    Optional<CodecUse> registered(TypeMirror type, List<? extends Element> scopes) {
        return withType(type, scopes).stream()
                .flatMap(scope -> Annotations.find(scope, Annotations.CODEC).stream())
                .filter(codec -> Annotations.value(codec, "value")
                        .map(value -> ((List<?>) value.getValue()).isEmpty())
                        .orElse(true))
                .findFirst()
                .map(codec -> new CodecUse(null));
    }

    private static List<Element> withType(TypeMirror type, List<? extends Element> scopes) {
        List<Element> all = new ArrayList<>(scopes);
        if (type.getKind() == TypeKind.DECLARED) {
            all.add(TypeReader.element(type));
        }
        return all;
    }

    private static List<TypeElement> classes(Element scope) {
        Optional<AnnotationMirror> codec = Annotations.find(scope, Annotations.CODEC);
        Optional<AnnotationValue> value = codec.flatMap(found -> Annotations.value(found, "value"));
        List<TypeElement> classes = new ArrayList<>();
        if (value.isPresent()) {
            for (Object item : (List<?>) value.get().getValue()) {
                if (((AnnotationValue) item).getValue() instanceof DeclaredType declared) {
                    classes.add((TypeElement) declared.asElement());
                }
            }
        }
        return classes;
    }

    /** The type that a class encodes or decodes; none if it does not. */
    TypeMirror subject(TypeMirror codec, String role) {
        if (TypeReader.isNamed(codec, role)) {
            List<? extends TypeMirror> arguments = TypeReader.arguments(codec);
            return arguments.size() == 1 ? arguments.get(0) : types.getNoType(TypeKind.NONE);
        }
        for (TypeMirror parent : types.directSupertypes(codec)) {
            TypeMirror found = subject(parent, role);
            if (found.getKind() != TypeKind.NONE) {
                return found;
            }
        }
        return types.getNoType(TypeKind.NONE);
    }
}
