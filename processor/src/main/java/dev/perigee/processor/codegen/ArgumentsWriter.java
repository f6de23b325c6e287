package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.perigee.processor.model.ArgumentType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the code that encodes arguments; records get a method of their own, which all methods of the interface share. */
final class ArgumentsWriter {

    private final ClassName invoker;
    private final Constants constants;
    private final Map<String, String> methodOf = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final Names names = new Names();

    ArgumentsWriter(ClassName invoker, Constants constants) {
        this.invoker = invoker;
        this.constants = constants;
    }

    /** The methods that the expressions written so far call. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    /**
     * A call that adds a value to a buffer.
     *
     * @param buffer an expression that gives the buffer
     * @param value an expression that gives the value
     * @param scope the names that are taken where the call stands
     */
    Code add(ArgumentType type, Code buffer, Code value, Names scope) {
        if (type instanceof ArgumentType.Scalar) {
            return Code.of("$L.add($L)", buffer, value);
        }
        if (type instanceof ArgumentType.Time time) {
            return Code.of("$L.add($L, $T.$L)", buffer, value, ChronoUnit.class, time.unit());
        }
        if (type instanceof ArgumentType.Constant constant) {
            return constant.codes().isEmpty()
                    ? Code.of("$L.add($L)", buffer, value)
                    : Code.of("$L.add($L, $L)", buffer, value, codes(constant));
        }
        if (type instanceof ArgumentType.Encoded encoded) {
            return encoded(encoded, buffer, value);
        }
        if (type instanceof ArgumentType.Json json) {
            return Code.of("$L.addJson($L, $L)", buffer, value, constants.json(json.type()));
        }
        if (type instanceof ArgumentType.Absent absent) {
            return absent(absent, buffer, value, scope);
        }
        if (type instanceof ArgumentType.Many many) {
            return many.primitive()
                    ? Code.of("$L.addAll($L, $L)", buffer, value, many.counted())
                    : Code.of("$L.addAll($L, $L, $L)", buffer, value, many.counted(), element(many.element(), scope));
        }
        if (type instanceof ArgumentType.Entries entries) {
            return Code.of(
                    "$L.addEntries($L, $L, $L, $L)",
                    buffer,
                    value,
                    entries.counted(),
                    element(entries.key(), scope),
                    element(entries.value(), scope));
        }
        return Code.of("$L.addRecord($L, $L)", buffer, value, element(type, scope));
    }

    /** The constant that has an enum's codes. */
    String codes(ArgumentType.Constant constant) {
        return constants.enumConstants(constant.type(), constant.codes());
    }

    private Code encoded(ArgumentType.Encoded encoded, Code buffer, Code value) {
        TypeElement codec = encoded.codec().codec();
        if (codec != null) {
            return Code.of("$L.add($L, $L)", buffer, value, constants.codec(codec));
        }
        TypeName type = TypeName.get(encoded.type());
        TypeName raw = type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
        constants.requireEncoder(raw);
        return Code.of("$L.addRegistered($L, $T.class)", buffer, value, raw);
    }

    private Code absent(ArgumentType.Absent absent, Code buffer, Code value, Names scope) {
        Code otherwise = Literals.string(absent.absent());
        return switch (absent.holder()) {
            case PRIMITIVE -> Code.of("$L.addOptional($L, $L)", buffer, value, otherwise);
            case OPTIONAL ->
                Code.of("$L.addOptional($L, $L, $L)", buffer, value, otherwise, element(absent.value(), scope));
            case NULL ->
                Code.of("$L.addNullable($L, $L, $L)", buffer, value, otherwise, element(absent.value(), scope));
        };
    }

    /** What adds one element: a method where there is one, otherwise a lambda. */
    private Code element(ArgumentType type, Names scope) {
        boolean plain = type instanceof ArgumentType.Scalar
                || (type instanceof ArgumentType.Constant constant
                        && constant.codes().isEmpty());
        if (plain) {
            return Code.of("$T::add", Abi.ARGUMENT_BUFFER);
        }
        if (type instanceof ArgumentType.Absent absent && absent.holder() == ArgumentType.Absent.Holder.NULL) {
            return Code.of(
                    "$T.nullable($L, $L)",
                    Abi.ARGUMENT_BUFFER,
                    Literals.string(absent.absent()),
                    element(absent.value(), scope));
        }
        if (type instanceof ArgumentType.Components components) {
            return Code.of("$T::$L", invoker, method(components));
        }
        Names inner = scope.copy();
        String buffer = inner.give("argv");
        String element = inner.give("element");
        return Code.of("($L, $L) -> $L", buffer, element, add(type, new Code(buffer), new Code(element), inner));
    }

    /** The same record may be passed in two ways: a duration has the unit of the script it is sent to. */
    private String method(ArgumentType.Components components) {
        List<Code> statements = new ArrayList<>();
        Names scope = Names.without(List.of("argv", "value"));
        for (ArgumentType.Component component : components.components()) {
            statements.add(add(
                            component.type(),
                            Code.of("argv.name($L)", Literals.string(component.name())),
                            Code.of("value.$L()", component.accessor()),
                            scope)
                    .statement());
        }
        Code body = Code.join(statements, "");
        TypeName type = TypeName.get(components.type());
        String key = type + " " + body;
        if (!methodOf.containsKey(key)) {
            String name = names.give("write" + components.name());
            methodOf.put(key, name);
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(Abi.ARGUMENT_BUFFER, "argv")
                    .addParameter(type, "value")
                    .addCode(body.block())
                    .build());
        }
        return Objects.requireNonNull(methodOf.get(key));
    }
}
