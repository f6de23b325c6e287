package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes the class of one method's calls: its values, how they are written and how the reply is read. */
final class CallWriter {

    private final ScriptMethod method;
    private final String name;
    private final CodeBlock constant;
    private final ReplyWriter replies;
    private final CallFields fields;
    private final KeysWriter keys;
    private final NumberCall number;

    CallWriter(
            ScriptMethod method,
            String name,
            CodeBlock constant,
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
        fields.all().forEach(field -> constructor.addStatement("this.$L = $L", field.name(), field.value()));
        fields.checks().forEach(constructor::addCode);
        return constructor.build();
    }

    private MethodSpec script() {
        return overriding("script")
                .returns(Abi.SCRIPT)
                .addStatement("return $L", constant)
                .build();
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec keyCount() {
        long fixed = fields.keys().stream().filter(key -> !key.isMany()).count();
        CodeBlock.Builder sum = CodeBlock.builder();
        if (fixed > 0) {
            sum.add("$L", fixed);
        }
        for (Key key : fields.keys()) {
            if (key.isMany()) {
                sum.add("$L$L.size()", sum.isEmpty() ? "" : " + ", fields.name(list(key)));
            }
        }
        return overriding("keyCount")
                .returns(int.class)
                .addStatement("return $L", sum.build())
                .build();
    }

    private MethodSpec writeKeys() {
        Names names = fields.names();
        String writer = names.give("keys");
        MethodSpec.Builder code = overriding("writeKeys").addParameter(Abi.KEY_WRITER, writer);
        for (Key key : fields.keys()) {
            if (!key.isMany()) {
                code.addStatement("$L", keys.expression(key, writer, ""));
                continue;
            }
            KeyPart.Value list = list(key);
            String element = fields.names().give("element");
            code.beginControlFlow("for ($T $L : $L)", elementType(list), element, fields.name(list))
                    .addStatement("$L", keys.expression(key, writer, element))
                    .endControlFlow();
        }
        return code.build();
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
        CodeBlock.Builder sum = CodeBlock.builder();
        for (Argument argument : method.arguments()) {
            int width = argument.type().width();
            if (width == ArgumentType.VARIES) {
                sum.add("$L$L.count()", sum.isEmpty() ? "" : " + ", fields.name(argument));
            } else {
                fixed += width;
            }
        }
        CodeBlock varying = sum.build();
        return overriding("argumentCount")
                .returns(int.class)
                .addStatement("return $L", fixed == 0 ? varying : CodeBlock.of("$L + $L", fixed, varying))
                .build();
    }

    private MethodSpec writeArguments() {
        String writer = fields.names().give("argv");
        MethodSpec.Builder code = overriding("writeArguments").addParameter(Abi.ARGUMENT_WRITER, writer);
        for (Argument argument : method.arguments()) {
            code.addStatement("$L.add($L)", writer, fields.sent(argument));
        }
        return code.build();
    }

    private MethodSpec readReply() {
        return overriding(number.reader())
                .returns(number.returned(replyType()))
                .addParameter(Abi.REPLY_READER, "reply")
                .addStatement("return $L", replies.expression(method.reply(), "reply"))
                .build();
    }

    private MethodSpec raised() {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (ErrorMapping error : method.errors()) {
            cases.add("case $L -> $L;\n", Literals.string(error.code()), exception(error));
        }
        return overriding("raised")
                .returns(Exception.class)
                .addParameter(Abi.SCRIPT_ERROR_EXCEPTION, "error")
                .addCode("return switch (error.code()) {\n$>$Ldefault -> error;\n$<};\n", cases.build())
                .build();
    }

    private static CodeBlock exception(ErrorMapping error) {
        ClassName type = ClassName.get(error.exception());
        return switch (error.constructor()) {
            case MESSAGE_AND_ERROR -> CodeBlock.of("new $T(error.serverMessage(), error)", type);
            case ERROR -> CodeBlock.of("new $T(error)", type);
            case MESSAGE -> CodeBlock.of("withCause(new $T(error.serverMessage()), error)", type);
            case NOTHING -> CodeBlock.of("withCause(new $T(), error)", type);
        };
    }

    private TypeName replyType() {
        return method.reply() instanceof ReplyType.Nothing
                ? ClassName.get(Void.class)
                : TypeName.get(method.mode().reply()).box();
    }
}
