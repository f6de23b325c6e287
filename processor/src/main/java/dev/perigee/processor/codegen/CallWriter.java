package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.model.Argument;
import dev.perigee.processor.model.ArgumentType;
import dev.perigee.processor.model.ErrorMapping;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import dev.perigee.processor.model.ReplyType;
import dev.perigee.processor.model.ScriptMethod;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes the class of one method's calls: its values, how they are written and how the reply is read. */
final class CallWriter {

    private final ScriptMethod method;
    private final String name;
    private final Code constant;
    private final ReplyWriter replies;
    private final CallFields fields;
    private final KeysWriter keys;
    private final NumberCall number;

    CallWriter(
            ScriptMethod method,
            String name,
            Code constant,
            Constants constants,
            ArgumentsWriter arguments,
            ReplyWriter replies) {
        this.method = method;
        this.name = name;
        this.constant = constant;
        this.replies = replies;
        this.fields = CallFields.of(method, arguments);
        this.keys = new KeysWriter(fields, constants);
        this.number = NumberCall.of(method);
    }

    /** Whether the constructor takes what is registered on the client, before the parameters of the method. */
    boolean needsCodecs() {
        return fields.needCodecs();
    }

    TypeSpec write() {
        TypeSpec.Builder call = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(number.superclass(replyType()));
        fields.all().forEach(field -> call.addField(field.type(), field.name(), Modifier.PRIVATE, Modifier.FINAL));
        call.addMethod(constructor());
        call.addMethod(script());
        if (method.keyCountVaries()) {
            call.addMethod(keyCount());
        }
        if (!fields.keys().isEmpty()) {
            call.addMethod(writeKeys());
        }
        if (method.layout().isOpen()) {
            call.addMethod(argumentCount());
        }
        if (!method.arguments().isEmpty()) {
            call.addMethod(writeArguments());
        }
        call.addMethod(readReply());
        if (!method.errors().isEmpty()) {
            call.addMethod(raised());
        }
        return call.build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        if (fields.needCodecs()) {
            constructor.addParameter(Abi.CODECS, fields.codecs());
        }
        for (ParameterDeclaration parameter : method.declaration().parameters()) {
            constructor.addParameter(TypeName.get(parameter.type()), parameter.name());
        }
        List<Code> statements = new ArrayList<>();
        for (CallFields.Field field : fields.all()) {
            statements.add(Code.of("this.$L = $L", field.name(), field.value()).statement());
        }
        statements.addAll(fields.checks());
        return constructor.addCode(Code.join(statements, "").block()).build();
    }

    private MethodSpec script() {
        return overriding("script")
                .returns(Abi.SCRIPT)
                .addCode(Code.of("return $L", constant).statement().block())
                .build();
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec keyCount() {
        long fixed = fields.keys().stream().filter(key -> !key.isMany()).count();
        List<Code> sum = new ArrayList<>();
        if (fixed > 0) {
            sum.add(Code.of("$L", fixed));
        }
        for (Key key : fields.keys()) {
            if (key.isMany()) {
                sum.add(Code.of("$L.size()", fields.name(list(key))));
            }
        }
        return overriding("keyCount")
                .returns(int.class)
                .addCode(Code.of("return $L", Code.join(sum, " + ")).statement().block())
                .build();
    }

    private MethodSpec writeKeys() {
        Names names = fields.names();
        String writer = names.give("keys");
        List<Code> statements = new ArrayList<>();
        for (Key key : fields.keys()) {
            if (!key.isMany()) {
                statements.add(keys.expression(key, writer, "").statement());
                continue;
            }
            KeyPart.Value list = list(key);
            String element = fields.names().give("element");
            statements.add(Code.loop(
                    Code.of("$T $L : $L", elementType(list), element, fields.name(list)),
                    keys.expression(key, writer, element)));
        }
        return overriding("writeKeys")
                .addParameter(Abi.KEY_WRITER, writer)
                .addCode(Code.join(statements, "").block())
                .build();
    }

    private static KeyPart.Value list(Key key) {
        return key.values().stream().filter(KeyPart.Value::list).findFirst().orElseThrow();
    }

    private TypeName elementType(KeyPart.Value list) {
        TypeMirror type = method.declaration().parameters().stream()
                .filter(parameter -> parameter.name().equals(list.parameter()))
                .findFirst()
                .orElseThrow()
                .type();
        return TypeName.get(((DeclaredType) type).getTypeArguments().get(0));
    }

    private MethodSpec argumentCount() {
        int fixed = 0;
        List<Code> sum = new ArrayList<>();
        for (Argument argument : method.arguments()) {
            int width = argument.type().width();
            if (width == ArgumentType.VARIES) {
                sum.add(Code.of("$L.count()", fields.name(argument)));
            } else {
                fixed += width;
            }
        }
        Code varying = Code.join(sum, " + ");
        return overriding("argumentCount")
                .returns(int.class)
                .addCode(Code.of("return $L", fixed == 0 ? varying : Code.of("$L + $L", fixed, varying))
                        .statement()
                        .block())
                .build();
    }

    private MethodSpec writeArguments() {
        String writer = fields.names().give("argv");
        List<Code> statements = new ArrayList<>();
        for (Argument argument : method.arguments()) {
            statements.add(Code.of("$L.add($L)", writer, fields.sent(argument)).statement());
        }
        return overriding("writeArguments")
                .addParameter(Abi.ARGUMENT_WRITER, writer)
                .addCode(Code.join(statements, "").block())
                .build();
    }

    private MethodSpec readReply() {
        return overriding(number.reader())
                .returns(number.returned(replyType()))
                .addParameter(Abi.REPLY_READER, "reply")
                .addCode(Code.of("return $L", replies.expression(method.reply(), "reply"))
                        .statement()
                        .block())
                .build();
    }

    private MethodSpec raised() {
        List<Code> cases = new ArrayList<>();
        for (ErrorMapping error : method.errors()) {
            cases.add(Code.of("\ncase $L -> $L;", Literals.string(error.code()), exception(error)));
        }
        cases.add(new Code("\ndefault -> error;"));
        return overriding("raised")
                .returns(Exception.class)
                .addParameter(Abi.SCRIPT_ERROR_EXCEPTION, "error")
                .addCode(Code.of(
                                "return switch (error.code()) {$L\n};\n",
                                Code.join(cases, "").indented(1))
                        .block())
                .build();
    }

    private static Code exception(ErrorMapping error) {
        ClassName type = ClassName.get(error.exception());
        return switch (error.constructor()) {
            case MESSAGE_AND_ERROR -> Code.of("new $T(error.serverMessage(), error)", type);
            case ERROR -> Code.of("new $T(error)", type);
            case MESSAGE -> Code.of("withCause(new $T(error.serverMessage()), error)", type);
            case NOTHING -> Code.of("withCause(new $T(), error)", type);
        };
    }

    private TypeName replyType() {
        return method.reply() instanceof ReplyType.Nothing
                ? ClassName.get(Void.class)
                : TypeName.get(method.mode().reply()).box();
    }
}
