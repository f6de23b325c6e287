package dev.perigee.processor.model;

import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.declaration.ErrorDeclaration;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.ErrorMapping.Constructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Decides which exceptions of the application's a method throws for errors of its script. */
final class ErrorReader {

    private final Elements elements;
    private final Types types;
    private final PackageElement from;
    private final Report report;

    ErrorReader(Elements elements, Types types, PackageElement from, Report report) {
        this.elements = elements;
        this.types = types;
        this.from = from;
        this.report = report;
    }

    /** What these declarations mean; those that cannot be are reported and left out. */
    List<ErrorMapping> read(List<ErrorDeclaration> declarations) {
        Map<String, ErrorMapping> read = new LinkedHashMap<>();
        for (ErrorDeclaration declaration : declarations) {
            ErrorMapping other = read.get(declaration.holder() + " " + declaration.code());
            if (other != null) {
                report.add(Finding.of(
                                InterfaceRule.ERROR_DECLARED_TWICE,
                                declaration.place(),
                                declaration.holder().getSimpleName() + " has two @ScriptError for "
                                        + declaration.code() + ": "
                                        + other.exception().getSimpleName() + " and "
                                        + declaration.exception().getSimpleName())
                        .help("remove one of them"));
                continue;
            }
            mapping(declaration).ifPresent(found -> read.put(declaration.holder() + " " + declaration.code(), found));
        }
        return List.copyOf(read.values());
    }

    private Optional<ErrorMapping> mapping(ErrorDeclaration declaration) {
        TypeElement exception = declaration.exception();
        Constructor constructor = constructor(exception);
        String problem = problem(exception, constructor);
        if (constructor != null && problem.isEmpty()) {
            return Optional.of(new ErrorMapping(declaration, constructor, isChecked(exception)));
        }
        report.add(Finding.of(
                        InterfaceRule.UNUSABLE_EXCEPTION,
                        declaration.place(),
                        declaration.holder().getSimpleName() + ": " + declaration.code() + " cannot become "
                                + exception.getSimpleName() + ", which " + problem)
                .help("give it a constructor that takes the error's text, the ScriptErrorException, both in this order,"
                        + " or nothing"));
        return Optional.empty();
    }

    private String problem(TypeElement exception, @Nullable Constructor constructor) {
        if (!TypeReader.isVisible(exception, from)) {
            return "cannot be seen by an invoker in " + TypeReader.name(from);
        } else if (exception.getModifiers().contains(Modifier.ABSTRACT)) {
            return "is abstract";
        } else if (exception.getNestingKind() == NestingKind.MEMBER
                && !exception.getModifiers().contains(Modifier.STATIC)) {
            return "is not static";
        }
        return constructor == null ? "has no constructor that could be called with the error" : "";
    }

    private @Nullable Constructor constructor(TypeElement exception) {
        List<List<TypeMirror>> visible = ElementFilter.constructorsIn(exception.getEnclosedElements()).stream()
                .filter(constructor -> TypeReader.isVisible(constructor, from))
                .filter(constructor -> constructor.getThrownTypes().isEmpty())
                .map(ErrorReader::parameters)
                .toList();
        return Stream.of(Constructor.values())
                .filter(form -> visible.stream().anyMatch(parameters -> takes(parameters, form)))
                .findFirst()
                .orElse(null);
    }

    private static List<TypeMirror> parameters(ExecutableElement constructor) {
        return constructor.getParameters().stream().map(VariableElement::asType).toList();
    }

    private boolean takes(List<TypeMirror> parameters, Constructor form) {
        return switch (form) {
            case MESSAGE_AND_ERROR -> parameters.size() == 2 && isText(parameters.get(0)) && isError(parameters.get(1));
            case ERROR -> parameters.size() == 1 && isError(parameters.get(0));
            case MESSAGE -> parameters.size() == 1 && isText(parameters.get(0));
            case NOTHING -> parameters.isEmpty();
        };
    }

    private static boolean isText(TypeMirror type) {
        return TypeReader.isNamed(type, "java.lang.String");
    }

    /** Whether it takes a {@code ScriptErrorException}, perhaps as a more general one. */
    private boolean isError(TypeMirror type) {
        return isSubtype(type, "java.lang.Throwable")
                && types.isSubtype(
                        elements.getTypeElement("dev.perigee.error.ScriptErrorException")
                                .asType(),
                        type);
    }

    private boolean isChecked(TypeElement exception) {
        return !isSubtype(exception.asType(), "java.lang.RuntimeException");
    }

    private boolean isSubtype(TypeMirror type, String of) {
        return types.isSubtype(type, elements.getTypeElement(of).asType());
    }

    /**
     * What errors of a method's script become.
     *
     * @param shared what is declared on interfaces, the nearest first
     * @param waits whether the method's caller waits for its reply
     */
    List<ErrorMapping> of(
            MethodDeclaration method, List<ErrorMapping> shared, @Nullable BoundScript script, boolean waits) {
        Map<String, ErrorMapping> mappings = new LinkedHashMap<>();
        for (ErrorMapping own : read(method.errors())) {
            mappings.put(own.code(), own);
            if (waits && !isDeclared(own, method)) {
                undeclared(own, method);
            }
        }
        for (ErrorMapping mapping : shared) {
            if (mappings.containsKey(mapping.code()) || !mapping.isAbout(method)) {
                continue;
            }
            boolean raised = script != null && script.raises(mapping.code());
            boolean thrown = !waits || isDeclared(mapping, method);
            if (raised && !thrown) {
                undeclared(mapping, method);
            } else if (thrown && (raised || script == null || !script.facts().errorsComplete())) {
                mappings.put(mapping.code(), mapping);
            }
        }
        return List.copyOf(mappings.values());
    }

    /** Kotlin has no checked exceptions, and nothing there to declare them for. */
    private boolean isDeclared(ErrorMapping mapping, MethodDeclaration method) {
        Element owner = Objects.requireNonNull(method.element().getEnclosingElement());
        return !mapping.checked()
                || Annotations.find(owner, "kotlin.Metadata").isPresent()
                || method.element().getThrownTypes().stream()
                        .anyMatch(thrown -> types.isSubtype(mapping.exception().asType(), thrown));
    }

    private void undeclared(ErrorMapping mapping, MethodDeclaration method) {
        String exception = mapping.exception().getSimpleName().toString();
        boolean own = mapping.declaration().holder().equals(method.element());
        report.add(Finding.of(
                        InterfaceRule.CHECKED_EXCEPTION_NOT_DECLARED,
                        own ? mapping.declaration().place() : method.place(),
                        method.name() + " throws " + exception + " for " + mapping.code()
                                + ", a checked exception that it does not declare")
                .help("add throws " + exception + " to " + method.name() + ", or make it a RuntimeException"));
    }
}
