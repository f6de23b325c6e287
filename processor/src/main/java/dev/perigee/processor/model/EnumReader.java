package dev.perigee.processor.model;

import dev.perigee.processor.declaration.Annotations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;

/** Reads the {@code @Code}s of an enum's constants. */
final class EnumReader {

    private EnumReader() {}

    /** The code of each constant, in their order; none if no constant has one. */
    static List<String> codes(TypeMirror type) {
        return constants(type).stream()
                .flatMap(constant -> code(constant).stream())
                .toList();
    }

    /** What is wrong with the codes; empty if nothing is. */
    static String problem(TypeMirror type) {
        Map<String, String> named = new HashMap<>();
        List<String> without = new ArrayList<>();
        for (Element constant : constants(type)) {
            String name = constant.getSimpleName().toString();
            Optional<String> code = code(constant);
            if (code.isEmpty()) {
                without.add(name);
                continue;
            }
            String other = named.putIfAbsent(code.get(), name);
            if (other != null) {
                return other + " and " + name + " have the same @Code, " + code.get();
            }
        }
        return named.isEmpty() || without.isEmpty()
                ? ""
                : String.join(", ", without) + (without.size() == 1 ? " has" : " have")
                        + " no @Code, and others have one";
    }

    private static Optional<String> code(Element constant) {
        return Annotations.find(constant, Annotations.CODE).flatMap(code -> Annotations.text(code, "value"));
    }

    private static List<? extends Element> constants(TypeMirror type) {
        return TypeReader.element(type).getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .toList();
    }
}
