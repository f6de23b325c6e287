package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.perigee.processor.model.ReplyType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the code that reads replies; records get a method of their own, which all methods of the interface share. */
final class ReplyWriter {

    private final ClassName invoker;
    private final Map<String, String> methodOf = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final Names names = new Names();

    ReplyWriter(ClassName invoker) {
        this.invoker = invoker;
    }

    /** The methods that the expressions written so far call. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    /**
     * An expression that reads the value a reader stands on.
     *
     * @param reader the variable that holds the reader, or an expression that gives it
     */
    CodeBlock expression(ReplyType type, String reader) {
        return expression(type, reader, 0);
    }

    private CodeBlock expression(ReplyType type, String reader, int depth) {
        if (type instanceof ReplyType.Scalar scalar) {
            return CodeBlock.of("$L.$L()", reader, scalar.reader());
        }
        if (type instanceof ReplyType.Constant constant) {
            return CodeBlock.of("$L.asEnum($T.class)", reader, TypeName.get(constant.type()));
        }
        if (type instanceof ReplyType.Maybe maybe) {
            return CodeBlock.of("$L.asOptional($L)", reader, element(maybe.value(), depth));
        }
        if (type instanceof ReplyType.Many many) {
            return CodeBlock.of("$L.asList($L)", reader, element(many.element(), depth));
        }
        if (type instanceof ReplyType.Tuple tuple) {
            return CodeBlock.of("$L($L)", method(tuple), reader);
        }
        return CodeBlock.of("null");
    }

    /** What reads one element: a method where there is one, otherwise a lambda. */
    private CodeBlock element(ReplyType type, int depth) {
        if (type instanceof ReplyType.Scalar scalar) {
            return CodeBlock.of("$T::$L", Abi.REPLY_READER, scalar.reader());
        }
        if (type instanceof ReplyType.Tuple tuple) {
            return CodeBlock.of("$T::$L", invoker, method(tuple));
        }
        String variable = depth == 0 ? "element" : "element" + (depth + 1);
        return CodeBlock.of("$L -> $L", variable, expression(type, variable, depth + 1));
    }

    private String method(ReplyType.Tuple tuple) {
        String known = methodOf.get(tuple.type().toString());
        if (known != null) {
            return known;
        }
        String name = names.give("read" + tuple.name());
        methodOf.put(tuple.type().toString(), name);
        methods.add(write(name, tuple));
        return name;
    }

    private MethodSpec write(String name, ReplyType.Tuple tuple) {
        TypeName type = TypeName.get(tuple.type());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(Abi.REPLY_READER, "reply")
                .addStatement(
                        "reply.enter($L, $L)",
                        Literals.string(tuple.name()),
                        tuple.components().size());
        CodeBlock.Builder components = CodeBlock.builder();
        Iterator<ReplyType.Component> rest = tuple.components().iterator();
        while (rest.hasNext()) {
            ReplyType.Component component = rest.next();
            components.add(
                    "\n$L$L",
                    expression(component.type(), "reply.next(" + Literals.string(component.name()) + ")"),
                    rest.hasNext() ? "," : "");
        }
        return method.addStatement("$T value = new $T($L)", type, type, components.build())
                .addStatement("reply.leave()")
                .addStatement("return value")
                .build();
    }
}
