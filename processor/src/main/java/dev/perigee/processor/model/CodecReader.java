package dev.perigee.processor.model;

import dev.perigee.processor.declaration.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
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

    /** The encoders that an element names, but that nothing it becomes is encoded by. */
    List<TypeElement> unusedEncoders(Element element, ArgumentType type) {
        return classes(element).stream()
                .filter(codec -> subject(codec.asType(), ENCODER).getKind() != TypeKind.NONE)
                .filter(codec -> !type.codecs().contains(codec))
                .toList();
    }

    /** What keeps an invoker in a package from making one of this class; empty if nothing does. */
    static String problem(TypeElement codec, PackageElement from) {
        boolean instantiable = codec.getKind() == ElementKind.CLASS || codec.getKind() == ElementKind.RECORD;
        if (!instantiable || codec.getModifiers().contains(Modifier.ABSTRACT)) {
            return "is " + (codec.getKind() == ElementKind.CLASS ? "abstract" : "not a class");
        }
        if (codec.getNestingKind() == NestingKind.MEMBER
                && !codec.getModifiers().contains(Modifier.STATIC)) {
            return "is not static";
        }
        if (!TypeReader.isVisible(codec, from)) {
            return "cannot be seen by an invoker in " + TypeReader.name(from);
        }
        Optional<ExecutableElement> constructor = ElementFilter.constructorsIn(codec.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst();
        if (constructor.isEmpty()) {
            return "has no constructor without parameters";
        }
        if (!TypeReader.isVisible(constructor.get(), from)) {
            return "has a constructor that cannot be seen by an invoker in " + TypeReader.name(from);
        }
        return constructor.get().getThrownTypes().isEmpty() ? "" : "has a constructor that throws";
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
