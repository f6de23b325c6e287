package dev.perigee.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.lua.commands.Target;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.ScriptInterface;
import dev.perigee.processor.model.ScriptMethod;
import dev.perigee.processor.slots.OperationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Writes the invoker of an interface. */
public final class InvokerWriter {

    private final Elements elements;
    private final Types types;
    private final TypeElement type;
    private final String packageName;
    private final ScriptInterface scripts;
    private final Target target;
    private final Names names = new Names();
    private final Names classes = new Names();
    private final Constants constants;
    private final ArgumentsWriter arguments;
    private final ReplyWriter replies;
    private final ClassName invoker;

    /** A writer for an interface whose model has no errors, and whose scripts run on such a server. */
    public InvokerWriter(Elements elements, Types types, ScriptInterface scripts, Target target) {
        this.elements = elements;
        this.types = types;
        this.type = scripts.declaration().type();
        this.scripts = scripts;
        this.target = target;
        this.packageName = elements.getPackageOf(type).getQualifiedName().toString();
        this.invoker = ClassName.get(packageName, name(type));
        this.constants = new Constants(names);
        this.arguments = new ArgumentsWriter(invoker, constants);
        this.replies = new ReplyWriter(invoker, constants);
    }

    /** The simple name of an interface's invoker: {@code FlashSaleInvoker}, {@code Outer_InnerInvoker}. */
    public static String name(TypeElement type) {
        return String.join("_", ClassName.get(type).simpleNames()) + "Invoker";
    }

    /** The name of the invoker, with its package. */
    public String qualifiedName() {
        return invoker.canonicalName();
    }

    /** The source of the invoker. */
    public String write() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(invoker)
                .addJavadoc(Code.of("Calls the scripts of {@link $T}.\n", ClassName.get(type))
                        .block())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(ClassName.get(type))
                .avoidClashesWithNestedClasses(type)
                .addOriginatingElement(type);
        annotations().forEach(spec::addAnnotation);
        List<MethodSpec> methods = new ArrayList<>();
        List<TypeSpec> calls = new ArrayList<>();
        // A constant would hide the type of the same name: OTP.State in an interface OTP with a method otp.
        ClassName.get(type).simpleNames().forEach(names::give);
        names.give(DeliveryWriter.RECORDING);
        List<String> scriptNames = scripts.methods().stream()
                .map(method -> names.give(Names.constant(method.declaration().name())))
                .toList();
        takeParameterNames();
        if (scripts.methods().stream().anyMatch(method -> method.operation() != null)) {
            spec.addField(DeliveryWriter.recording());
        }
        for (int i = 0; i < scriptNames.size(); i++) {
            ScriptMethod method = scripts.methods().get(i);
            String call = classes.give(Names.upperCamel(method.declaration().name()) + "Call");
            CallWriter writer =
                    new CallWriter(method, call, reference(method, scriptNames.get(i)), constants, arguments, replies);
            spec.addField(constant(scriptNames.get(i), method));
            methods.add(method(method, scriptNames.get(i), call, writer.needsCodecs()));
            calls.add(writer.write());
        }
        constants.fields().forEach(spec::addField);
        spec.addField(Abi.SCRIPT_DISPATCH, "scripts", Modifier.PRIVATE, Modifier.FINAL);
        spec.addMethod(constructor(scriptNames));
        methods.forEach(spec::addMethod);
        arguments.methods().forEach(spec::addMethod);
        replies.methods().forEach(spec::addMethod);
        calls.forEach(spec::addType);
        return SourcePrinter.print(packageName, spec.build());
    }

    /** So that no parameter hides a constant. */
    private void takeParameterNames() {
        scripts.methods().stream()
                .flatMap(method -> method.declaration().parameters().stream())
                .forEach(parameter -> names.give(parameter.name()));
    }

    /** What users have deprecated, they may still have in their interfaces. */
    private List<AnnotationSpec> annotations() {
        List<AnnotationSpec> annotations = new ArrayList<>();
        // A module sees it only if it requires java.compiler.
        if (elements.getTypeElement(elements.getModuleOf(type), Generated.class.getName()) != null) {
            annotations.add(AnnotationSpec.builder(Generated.class)
                    .addMember("value", "$S", "dev.perigee.processor.PerigeeProcessor")
                    .build());
        }
        annotations.add(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S}", "deprecation", "removal")
                .build());
        return annotations;
    }

    private FieldSpec constant(String name, ScriptMethod method) {
        BoundScript script = Objects.requireNonNull(method.script());
        String id = String.join(".", ClassName.get(type).simpleNames()) + "."
                + method.declaration().name();
        List<Code> text = new ArrayList<>();
        for (String piece : ScriptText.pieces(script.source().text())) {
            text.add(Literals.string(piece));
        }
        List<Code> calls = new ArrayList<>();
        DeliveryWriter.calls(method, target).forEach(call -> calls.add(Code.of("\n.$L", call)));
        return FieldSpec.builder(Abi.SCRIPT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Code.of("$L\n", javadoc(method, script)).block())
                .initializer(Code.of(
                                "$T.of(\n$L,\n$L,\n$L,\n$L,\n$L,\n$L)$L",
                                Abi.SCRIPT,
                                Literals.string(id),
                                Literals.string(script.path()),
                                Literals.string(script.sha1()),
                                method.keyCountVaries()
                                        ? Code.of("$T.VARIES", Abi.SCRIPT)
                                        : OperationKey.andOthers(method).size(),
                                method.layout().isOpen()
                                        ? Code.of("$T.VARIES", Abi.SCRIPT)
                                        : method.layout().fixed().size(),
                                Code.join(text, ",\n"),
                                Code.join(calls, ""))
                        .continued()
                        .block())
                .build();
    }

    private static String javadoc(ScriptMethod method, BoundScript script) {
        String text = Literals.javadoc(script.path());
        if (!method.keys().isEmpty()) {
            text += "; KEYS: " + Literals.javadoc(method.describeKeys());
        }
        Optional<Key> operation = OperationKey.of(method);
        if (operation.isPresent()) {
            text += "; operation key: " + Literals.javadoc(operation.get().text());
        }
        if (!method.arguments().isEmpty()) {
            text += "; ARGV: " + Literals.javadoc(method.describeArguments());
        }
        return text + ".";
    }

    /** The constant, as it is called where a parameter may hide it. */
    private Code reference(ScriptMethod method, String constant) {
        boolean hidden = method.declaration().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(constant));
        return hidden ? Code.of("$T.$L", invoker, constant) : new Code(constant);
    }

    private MethodSpec constructor(List<String> scriptNames) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("Joins the scripts to a client; sends nothing yet.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Abi.SCRIPT_CLIENT, "client")
                .addCode(Code.of(
                                "this.scripts = $T.bind(client, $L, $T.class$L)",
                                Abi.SCRIPT_DISPATCH,
                                Abi.VERSION,
                                ClassName.get(type),
                                scriptNames.stream()
                                        .map(name -> (scriptNames.size() > 3 ? ",\n" : ", ") + name)
                                        .collect(Collectors.joining()))
                        .statement()
                        .block());
        constants
                .requirements()
                .forEach(call -> constructor.addCode(
                        Code.of("this.scripts.$L", call).statement().block()));
        return constructor.build();
    }

    private MethodSpec method(ScriptMethod method, String constant, String call, boolean codecs) {
        MethodSpec.Builder spec =
                MethodSpec.overriding(method.declaration().element(), (DeclaredType) type.asType(), types);
        List<String> codes = ManifestWriter.codes(Objects.requireNonNull(method.script()));
        if (!codes.isEmpty()) {
            spec.addJavadoc(
                    "Errors that the script raises: $L.\n",
                    codes.stream().map(code -> "{@code " + code + "}").collect(Collectors.joining(", ")));
        }
        Code dispatch = new DispatchWriter(method, codecs).expression(reference(method, constant), call);
        boolean isVoid = method.declaration().returnType().getKind() == TypeKind.VOID;
        Code statement = isVoid ? dispatch : Code.of("return $L", dispatch);
        return spec.addCode(statement.statement().block()).build();
    }
}
