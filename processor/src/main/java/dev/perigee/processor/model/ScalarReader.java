package dev.perigee.processor.model;

import dev.perigee.processor.model.ArgumentType.Scalar.Form;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Knows the types that are passed as one argument, in a form of their own. */
final class ScalarReader {

    private static final Map<String, Form> NAMED = Map.ofEntries(
            Map.entry("java.lang.String", Form.OBJECT),
            Map.entry("java.lang.CharSequence", Form.TEXT),
            Map.entry("java.lang.Character", Form.TEXT),
            Map.entry("java.lang.Boolean", Form.OBJECT),
            Map.entry("java.lang.Byte", Form.OBJECT),
            Map.entry("java.lang.Short", Form.OBJECT),
            Map.entry("java.lang.Integer", Form.OBJECT),
            Map.entry("java.lang.Long", Form.OBJECT),
            Map.entry("java.lang.Float", Form.FLOATING),
            Map.entry("java.lang.Double", Form.FLOATING),
            Map.entry("java.math.BigDecimal", Form.OBJECT),
            Map.entry("java.math.BigInteger", Form.OBJECT),
            Map.entry("java.util.UUID", Form.OBJECT));

    private ScalarReader() {}

    static Optional<ArgumentType> read(TypeMirror type) {
        return form(type).map(form -> new ArgumentType.Scalar(type, form));
    }

    private static Optional<Form> form(TypeMirror type) {
        return switch (type.getKind()) {
            case BYTE, SHORT, INT, LONG, BOOLEAN -> Optional.of(Form.PRIMITIVE);
            case FLOAT, DOUBLE -> Optional.of(Form.PRIMITIVE_FLOATING);
            case CHAR -> Optional.of(Form.CHARACTER);
            case ARRAY -> TypeReader.isBytes(type) ? Optional.of(Form.BYTES) : Optional.empty();
            case DECLARED ->
                Optional.ofNullable(
                        NAMED.get(TypeReader.element(type).getQualifiedName().toString()));
            default -> Optional.empty();
        };
    }
}
