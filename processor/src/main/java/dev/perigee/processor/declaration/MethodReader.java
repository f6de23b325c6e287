package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.template.TemplateParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the methods of one interface. */
final class MethodReader {

    private final Types types;
    private final TypeElement type;
    private final JavaPlace typePlace;
    private final ScriptBinding binding;
    private final Report report;

    MethodReader(Types types, TypeElement type, JavaPlace typePlace, ScriptBinding binding, Report report) {
        this.types = types;
        this.type = type;
        this.typePlace = typePlace;
        this.binding = binding;
        this.report = report;
    }

    /** The method's type with the interface's type arguments filled in. */
    static ExecutableType in(Types types, TypeElement type, ExecutableElement method) {
        return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
    }

    Optional<MethodDeclaration> read(ExecutableElement method) {
        JavaPlace place = place(method);
        String name = method.getSimpleName().toString();
        if (!method.getTypeParameters().isEmpty()) {
            report.add(Finding.of(
                            InterfaceRule.GENERIC_DECLARATION,
                            place,
                            name + " has type parameters, which no invoker can fill in")
                    .help("give the method its types"));
            return Optional.empty();
        }
        Optional<String> path = scriptPath(method, name);
        Optional<List<KeyDeclaration>> keys = keys(method);
        boolean readOnly = readOnly(method);
        Optional<DeliveryDeclaration> delivery = new DeliveryReader(type, typePlace, report).read(method, readOnly);
        if (path.isEmpty() || keys.isEmpty() || delivery.isEmpty()) {
            return Optional.empty();
        }
        List<ParameterDeclaration> parameters = parameters(method);
        return Optional.of(new MethodDeclaration(
                method,
                place,
                name,
                path.get(),
                runtimeSlots(method),
                readOnly,
                delivery.get(),
                parameters,
                keys.get(),
                ErrorDeclaration.of(method, false, annotation -> errorPlace(method, annotation)),
                in(types, type, method).getReturnType()));
    }

    /** Methods that are inherited may have no source to point at, so their findings are shown at the interface. */
    private JavaPlace place(ExecutableElement method) {
        return inherited(method) ? typePlace.about(method) : JavaPlace.of(method);
    }

    private JavaPlace place(ExecutableElement method, Element element, AnnotationMirror annotation) {
        return inherited(method)
                ? typePlace.about(method)
                : new JavaPlace(
                        element,
                        annotation,
                        Annotations.value(annotation, "value").orElse(null));
    }

    private JavaPlace errorPlace(ExecutableElement method, AnnotationMirror annotation) {
        return inherited(method) ? typePlace.about(method) : JavaPlace.of(method, annotation);
    }

    private static Element owner(ExecutableElement method) {
        return Objects.requireNonNull(method.getEnclosingElement());
    }

    private boolean inherited(ExecutableElement method) {
        return !owner(method).equals(type);
    }

    /** A method keeps the folder of the interface that declares it, if that has {@code @RedisScript} itself. */
    private ScriptBinding bindingOf(ExecutableElement method) {
        if (!inherited(method)) {
            return binding;
        }
        return Annotations.find(owner(method), Annotations.REDIS_SCRIPT)
                .flatMap(annotation -> Annotations.text(annotation, "value"))
                .filter(value -> ScriptBinding.problem(value).isEmpty())
                .map(ScriptBinding::of)
                .orElse(binding);
    }

    private Optional<String> scriptPath(ExecutableElement method, String name) {
        ScriptBinding owner = bindingOf(method);
        Optional<AnnotationMirror> annotation = Annotations.find(method, Annotations.REDIS_SCRIPT);
        Optional<String> value = annotation.flatMap(found -> Annotations.text(found, "value"));
        if (value.isEmpty()) {
            return Optional.of(owner.ofMethod(name));
        }
        String path = owner.resolve(value.get());
        String problem = ScriptBinding.problem(path);
        if (problem.isEmpty() && !path.endsWith(".lua")) {
            problem = "it does not end in .lua";
        }
        if (problem.isEmpty()) {
            return Optional.of(path);
        }
        report.add(Finding.of(
                        InterfaceRule.INVALID_SCRIPT_PATH,
                        place(method, method, annotation.orElseThrow()),
                        "\"" + value.get() + "\" cannot be the script of " + name + ": " + problem)
                .help("name a file in the interface's folder, as in @RedisScript(\"other.lua\"),"
                        + " or from the resources' root, as in @RedisScript(\"/scripts/other.lua\")"));
        return Optional.empty();
    }

    private boolean runtimeSlots(ExecutableElement method) {
        Optional<String> own =
                Annotations.find(method, Annotations.REDIS_SCRIPT).flatMap(found -> Annotations.text(found, "slots"));
        Optional<String> ofOwner = Annotations.find(owner(method), Annotations.REDIS_SCRIPT)
                .flatMap(found -> Annotations.text(found, "slots"));
        Optional<String> ofType =
                Annotations.find(type, Annotations.REDIS_SCRIPT).flatMap(found -> Annotations.text(found, "slots"));
        return own.or(() -> ofOwner).or(() -> ofType).filter("RUNTIME"::equals).isPresent();
    }

    private boolean readOnly(ExecutableElement method) {
        return Annotations.find(method, Annotations.READ_ONLY).isPresent()
                || Annotations.find(owner(method), Annotations.READ_ONLY).isPresent()
                || Annotations.find(type, Annotations.READ_ONLY).isPresent();
    }

    private List<ParameterDeclaration> parameters(ExecutableElement method) {
        List<? extends TypeMirror> resolved = in(types, type, method).getParameterTypes();
        List<ParameterDeclaration> parameters = new ArrayList<>();
        for (int i = 0; i < resolved.size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            // The declaration's own type has the annotations of its parts.
            TypeMirror type =
                    types.isSameType(parameter.asType(), resolved.get(i)) ? parameter.asType() : resolved.get(i);
            JavaPlace place = inherited(method) ? typePlace.about(method) : JavaPlace.of(parameter);
            parameters.add(new ParameterDeclaration(
                    parameter, parameter.getSimpleName().toString(), type, place, arg(method, parameter)));
        }
        return parameters;
    }

    private @Nullable ArgDeclaration arg(ExecutableElement method, VariableElement parameter) {
        JavaPlace place = inherited(method)
                ? typePlace.about(method)
                : Annotations.find(parameter, Annotations.ARG)
                        .map(annotation -> JavaPlace.of(parameter, annotation))
                        .orElseGet(() -> JavaPlace.of(parameter));
        return ArgDeclaration.of(parameter, place);
    }

    /** Empty if they are declared in both ways, so that nothing is known about their order. */
    private Optional<List<KeyDeclaration>> keys(ExecutableElement method) {
        List<KeyDeclaration> onMethod = new ArrayList<>();
        for (AnnotationMirror annotation : keyAnnotations(method)) {
            onMethod.add(templated(method, method, annotation));
        }
        List<KeyDeclaration> onParameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            for (AnnotationMirror annotation : keyAnnotations(parameter)) {
                onParameters.add(onParameter(method, parameter, annotation));
            }
        }
        if (onMethod.isEmpty() || onParameters.isEmpty()) {
            return Optional.of(onMethod.isEmpty() ? onParameters : onMethod);
        }
        report.add(Finding.of(
                        InterfaceRule.KEYS_DECLARED_TWICE,
                        onParameters.get(0).place(),
                        method.getSimpleName()
                                + " has @Key on itself and on a parameter, so the order of KEYS is unclear")
                .help("put all of them on the method, in the order of KEYS"));
        return Optional.empty();
    }

    private KeyDeclaration onParameter(
            ExecutableElement method, VariableElement parameter, AnnotationMirror annotation) {
        return Annotations.text(annotation, "value").orElse("").isEmpty()
                ? new KeyDeclaration.Whole(parameter.getSimpleName().toString(), place(method, parameter, annotation))
                : templated(method, parameter, annotation);
    }

    private static List<AnnotationMirror> keyAnnotations(Element element) {
        return Annotations.findAll(element, Annotations.KEY, Annotations.KEY_LIST);
    }

    private KeyDeclaration templated(ExecutableElement method, Element element, AnnotationMirror annotation) {
        String text = Annotations.text(annotation, "value").orElse("");
        return new KeyDeclaration.Templated(TemplateParser.parse(text), place(method, element, annotation));
    }
}
