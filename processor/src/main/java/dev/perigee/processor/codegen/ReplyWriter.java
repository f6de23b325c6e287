package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.perigee.processor.model.ReplyType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Writes the code that reads replies; records and sealed interfaces get a method of their own, which all methods of the
 * interface share.
 */
final class ReplyWriter {

    private final ClassName invoker;
    private final Constants constants;

    /** By what it reads, in all its parts. */
    private final Map<String, String> methodOf = new LinkedHashMap<>();

    /** By the id of what is being written. */
    private final Map<String, String> enclosing = new LinkedHashMap<>();

    private final List<MethodSpec> methods = new ArrayList<>();
    /** A call has a method of this name, which would be found first. */
    private final Names names = Names.without(List.of("readReply"));

    ReplyWriter(ClassName invoker, Constants constants) {
        this.invoker = invoker;
        this.constants = constants;
    }

    /** The methods that the expressions written so far call. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    /**
     * An expression that reads the value a reader stands on.
     *
     * @param reader the variable that holds the reader
     */
    Code expression(ReplyType type, String reader) {
        return expression(type, new Code(reader), 0);
    }

    private Code expression(ReplyType type, Code reader, int depth) {
        String method = method(type);
        if (method != null) {
            return Code.of("$L($L)", method, reader);
        } else if (type instanceof ReplyType.Scalar scalar) {
            return Code.of("$L.$L()", reader, scalar.reader());
        } else if (type instanceof ReplyType.Time time) {
            return Code.of(
                    "$L.$L($T.$L)", reader, time.instant() ? "asInstant" : "asDuration", ChronoUnit.class, time.unit());
        } else if (type instanceof ReplyType.Constant constant) {
            return Code.of("$L.asEnum($L)", reader, constants.enumConstants(constant.type(), constant.codes()));
        } else if (type instanceof ReplyType.Json json) {
            return Code.of("$L.asJson($L)", reader, constants.json(json.type()));
        } else if (type instanceof ReplyType.Decoded decoded) {
            return decoded(decoded, reader);
        }
        return container(type, reader, depth);
    }

    private Code container(ReplyType type, Code reader, int depth) {
        if (type instanceof ReplyType.Maybe maybe) {
            return maybe(maybe, reader, depth);
        } else if (type instanceof ReplyType.Many many) {
            return Code.of(
                    "$L.$L($L)", reader, many.set() ? "asSet" : "asList", element(many.element(), "element", depth));
        } else if (type instanceof ReplyType.Pairs pairs) {
            return Code.of(
                    "$L.asMap($L, $L)",
                    reader,
                    element(pairs.key(), "key", depth),
                    element(pairs.value(), "entry", depth));
        }
        return new Code("null");
    }

    private Code maybe(ReplyType.Maybe maybe, Code reader, int depth) {
        return switch (maybe.absence()) {
            case OPTIONAL -> Code.of("$L.asOptional($L)", reader, element(maybe.value(), "element", depth));
            case NULL -> Code.of("$L.asNullable($L)", reader, element(maybe.value(), "element", depth));
            case PRIMITIVE_OPTIONAL ->
                Code.of(
                        "$L.asOptional$L()",
                        reader,
                        ((ReplyType.Scalar) maybe.value()).reader().substring("as".length()));
        };
    }

    private Code decoded(ReplyType.Decoded decoded, Code reader) {
        if (decoded.codec().codec() != null) {
            return Code.of(
                    "$L.decode($L)", reader, constants.codec(decoded.codec().codec()));
        }
        TypeName type = TypeName.get(decoded.type());
        constants.requireDecoder(type);
        return Code.of("$L.decodeRegistered($T.class)", reader, type);
    }

    /** What reads one element: a method where there is one, otherwise a lambda. */
    private Code element(ReplyType type, String name, int depth) {
        String method = method(type);
        if (method != null) {
            return Code.of("$T::$L", invoker, method);
        } else if (type instanceof ReplyType.Scalar scalar) {
            return Code.of("$T::$L", Abi.REPLY_READER, scalar.reader());
        }
        String variable = depth == 0 ? name : name + (depth + 1);
        return Code.of("$L -> $L", variable, expression(type, new Code(variable), depth + 1));
    }

    /** The method that reads a record or a sealed interface; null for others. */
    private @Nullable String method(ReplyType type) {
        if (type instanceof ReplyType.Again again) {
            return enclosing.get(again.id());
        } else if (type instanceof ReplyType.Tuple tuple) {
            return method(tuple, tuple.id(), tuple.name());
        }
        return type instanceof ReplyType.OneOf oneOf ? method(oneOf, oneOf.id(), oneOf.name()) : null;
    }

    private String method(ReplyType type, String id, String simpleName) {
        // What refers to something around it is read by what reads that.
        String key = type.toString().contains("Again[") ? type + " in " + enclosing : type.toString();
        String known = methodOf.get(key);
        if (known != null) {
            return known;
        }
        String name = names.give("read" + simpleName);
        methodOf.put(key, name);
        enclosing.put(id, name);
        methods.add(type instanceof ReplyType.Tuple tuple ? record(name, tuple) : oneOf(name, (ReplyType.OneOf) type));
        enclosing.remove(id);
        return name;
    }

    private static MethodSpec.Builder reading(String name, TypeMirror type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.get(type))
                .addParameter(Abi.REPLY_READER, "reply");
    }

    private MethodSpec record(String name, ReplyType.Tuple tuple) {
        return reading(name, tuple.type())
                .addCode(Code.of(
                                "reply.$L($L, $L);\n$T value = $L;\nreply.leave();\nreturn value;\n",
                                tuple.byName() ? "enterByName" : "enter",
                                Literals.string(tuple.name()),
                                constants.components(tuple.name(), tuple.keys()),
                                TypeName.get(tuple.type()),
                                construction(tuple).continued())
                        .block())
                .build();
    }

    private Code construction(ReplyType.Tuple tuple) {
        List<Code> components = new ArrayList<>();
        for (ReplyType.Component component : tuple.components()) {
            Code reader = Code.of("reply.next($L)", Literals.string(component.key()));
            components.add(Code.of("\n$L", expression(component.type(), reader, 0)));
        }
        return Code.of("new $T($L)", TypeName.get(tuple.type()), Code.join(components, ","));
    }

    private MethodSpec oneOf(String name, ReplyType.OneOf oneOf) {
        List<Code> cases = new ArrayList<>();
        for (int i = 0; i < oneOf.alternatives().size(); i++) {
            Code construction = construction(oneOf.alternatives().get(i).record());
            cases.add(Code.of("\ncase $L -> $L;", i, construction.continued()));
        }
        cases.add(Code.of("\ndefault -> throw new $T();", IllegalStateException.class));
        return reading(name, oneOf.type())
                .addCode(Code.of(
                                "$T value = switch (reply.enterOneOf($L)) {$L\n};\nreply.leave();\nreturn value;\n",
                                TypeName.get(oneOf.type()),
                                constants.alternatives(oneOf),
                                Code.join(cases, "").indented(1))
                        .block())
                .build();
    }
}
