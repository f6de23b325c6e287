package dev.perigee.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads annotations as the source has them, so that findings can point at their values. */
public final class Annotations {

    /** The qualified names of Perigee's annotations. */
    public static final String REDIS_SCRIPT = "dev.perigee.RedisScript";

    public static final String KEY = "dev.perigee.Key";
    public static final String KEY_LIST = "dev.perigee.Key.List";
    public static final String ARG = "dev.perigee.Arg";
    public static final String REPLY = "dev.perigee.Reply";
    public static final String JSON = "dev.perigee.Json";
    public static final String CODEC = "dev.perigee.Codec";
    public static final String CODE = "dev.perigee.Code";
    public static final String EACH = "dev.perigee.Each";
    public static final String SCRIPT_ERROR = "dev.perigee.ScriptError";
    public static final String SCRIPT_ERROR_LIST = "dev.perigee.ScriptError.List";
    public static final String READ_ONLY = "dev.perigee.ReadOnly";
    public static final String IDEMPOTENT = "dev.perigee.Idempotent";
    public static final String EXACTLY_ONCE = "dev.perigee.ExactlyOnce";
    public static final String OPERATION_ID = "dev.perigee.OperationId";
    public static final String SUPPRESS = "dev.perigee.SuppressScript";
    public static final String SUPPRESS_LIST = "dev.perigee.SuppressScript.List";

    private Annotations() {}

    /** How users write the annotation of this name, also where they write several, which their container then holds. */
    static String simpleName(String name) {
        String single = name.endsWith(".List") ? name.substring(0, name.length() - ".List".length()) : name;
        return single.substring(single.lastIndexOf('.') + 1);
    }

    /** The annotation of this name on an element. */
    public static Optional<AnnotationMirror> find(Element element, String name) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(name)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    /** All annotations of this name on an element, those in their container included, in source order. */
    public static List<AnnotationMirror> findAll(Element element, String name, String container) {
        List<AnnotationMirror> found = new ArrayList<>();
        find(element, name).ifPresent(found::add);
        find(element, container).flatMap(holder -> value(holder, "value")).ifPresent(value -> {
            for (Object item : (List<?>) value.getValue()) {
                found.add((AnnotationMirror) ((AnnotationValue) item).getValue());
            }
        });
        return found;
    }

    /** The value the source gives; empty where it leaves the default. */
    public static Optional<AnnotationValue> value(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .<AnnotationValue>map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    /** The value as text: a string as it is, an enum constant's name; empty where the source leaves the default. */
    public static Optional<String> text(AnnotationMirror annotation, String name) {
        return value(annotation, name)
                .map(value -> value.getValue() instanceof Element constant
                        ? constant.getSimpleName().toString()
                        : value.getValue().toString());
    }
}
