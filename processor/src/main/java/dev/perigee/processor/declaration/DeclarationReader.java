package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads {@code @RedisScript} interfaces. */
public final class DeclarationReader {

    private final InterfaceMethods methods;
    private final Types types;

    /** A reader for this compilation. */
    public DeclarationReader(Elements elements, Types types) {
        this.methods = new InterfaceMethods(elements, types);
        this.types = types;
    }

    /** The declaration of an annotated element; empty if it cannot be one, which is then reported. */
    public Optional<InterfaceDeclaration> read(Element element, Report report) {
        AnnotationMirror annotation =
                Annotations.find(element, Annotations.REDIS_SCRIPT).orElseThrow();
        JavaPlace place = JavaPlace.of(element, annotation);
        Optional<Finding> refusal = refusal(element, place);
        refusal.ifPresent(report::add);
        if (refusal.isPresent()) {
            return Optional.empty();
        }
        TypeElement type = (TypeElement) element;
        Optional<ScriptBinding> binding = binding(type, report);
        if (binding.isEmpty()) {
            return Optional.empty();
        }
        new DeliveryReader(type, place, report).checkType();
        List<ExecutableElement> methods = this.methods.abstractMethods(type);
        if (binding.get().file().isPresent() && methods.size() != 1) {
            report.add(Finding.of(
                            InterfaceRule.ONE_FILE_ONE_METHOD,
                            place,
                            type.getSimpleName() + " is bound to the file "
                                    + binding.get().file().get() + ", but has " + methods.size() + " abstract methods")
                    .help("bind the interface to a folder, and methods to files of other names with @RedisScript"));
            return Optional.empty();
        }
        return Optional.of(new InterfaceDeclaration(
                type,
                place,
                binding.get(),
                errors(type, place, methods),
                read(type, place, binding.get(), methods, report)));
    }

    private static List<ErrorDeclaration> errors(TypeElement type, JavaPlace place, List<ExecutableElement> methods) {
        List<ErrorDeclaration> errors =
                new ArrayList<>(ErrorDeclaration.of(type, false, annotation -> JavaPlace.of(type, annotation)));
        methods.stream()
                .map(method -> Objects.requireNonNull(method.getEnclosingElement()))
                .distinct()
                .filter(owner -> !owner.equals(type))
                .forEach(owner -> errors.addAll(ErrorDeclaration.of(owner, true, annotation -> place.about(owner))));
        return errors;
    }

    private List<MethodDeclaration> read(
            TypeElement type, JavaPlace place, ScriptBinding binding, List<ExecutableElement> methods, Report report) {
        List<MethodDeclaration> declarations = new ArrayList<>();
        for (ExecutableElement method : methods) {
            Optional<MethodDeclaration> earlier = declarations.stream()
                    .filter(other -> this.methods.sameSignature(type, method, other.element()))
                    .findFirst();
            MethodReader reader =
                    new MethodReader(types, type, place, binding, earlier.isEmpty() ? report : new Report());
            Optional<MethodDeclaration> declaration = reader.read(method);
            if (earlier.isEmpty()) {
                declaration.ifPresent(declarations::add);
            } else if (declaration.isPresent() && !earlier.get().agreesWith(declaration.get())) {
                report.add(conflict(type, place, earlier.get(), declaration.get()));
            }
        }
        return declarations;
    }

    private static Finding conflict(TypeElement type, JavaPlace place, MethodDeclaration one, MethodDeclaration other) {
        return Finding.of(
                        InterfaceRule.CONFLICTING_DECLARATIONS,
                        place,
                        type.getSimpleName() + " inherits " + one.name() + " from " + one.owner() + " and from "
                                + other.owner() + ", which bind it differently")
                .help("declare " + one.name() + " in " + type.getSimpleName()
                        + " again, with its @Key and @RedisScript");
    }

    private Optional<Finding> refusal(Element element, JavaPlace place) {
        String name = element.getSimpleName().toString();
        if (element.getKind() != ElementKind.INTERFACE) {
            return Optional.of(Finding.of(
                            InterfaceRule.NOT_AN_INTERFACE, place, name + " has @RedisScript, but is not an interface")
                    .help("declare the scripts as methods of an interface; its invoker is generated"));
        }
        TypeElement type = (TypeElement) element;
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of(Finding.of(
                            InterfaceRule.GENERIC_DECLARATION,
                            place,
                            name + " has type parameters, which no invoker can fill in")
                    .help("extend it by an interface that gives them types, and put @RedisScript on that"));
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            return Optional.of(Finding.of(
                    InterfaceRule.INACCESSIBLE_TYPE, place, name + " is sealed, so no invoker can implement it"));
        }
        for (Element scope = type; scope != null; scope = scope.getEnclosingElement()) {
            if (scope.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(Finding.of(
                                InterfaceRule.INACCESSIBLE_TYPE,
                                place,
                                name + " cannot be implemented outside of its class: " + scope.getSimpleName()
                                        + " is private")
                        .help("make it package-private or public"));
            }
        }
        return Optional.empty();
    }

    private Optional<ScriptBinding> binding(TypeElement type, Report report) {
        AnnotationMirror annotation =
                Annotations.find(type, Annotations.REDIS_SCRIPT).orElseThrow();
        String value = Annotations.text(annotation, "value").orElse("");
        String path = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        String problem = ScriptBinding.problem(path);
        if (problem.isEmpty()) {
            return Optional.of(ScriptBinding.of(path));
        }
        JavaPlace place = new JavaPlace(
                type, annotation, Annotations.value(annotation, "value").orElse(null));
        report.add(Finding.of(
                        InterfaceRule.INVALID_SCRIPT_PATH,
                        place,
                        "\"" + value + "\" cannot be where the scripts of " + type.getSimpleName() + " are: " + problem)
                .help("name the folder from the resources' root, as in @RedisScript(\"scripts/sale\")"));
        return Optional.empty();
    }
}
