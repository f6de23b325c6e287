package dev.perigee.processor.model;

import static dev.perigee.processor.model.TypeReader.isNamed;

import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.processor.declaration.KeyDeclaration;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.template.KeyTemplate;
import dev.perigee.processor.template.TemplatePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Joins the keys of one method with its parameters. */
final class KeyReader {

    private final MethodDeclaration method;
    private final PropertyReader properties;
    private final Report report;

    KeyReader(MethodDeclaration method, PropertyReader properties, Report report) {
        this.method = method;
        this.properties = properties;
        this.report = report;
    }

    /** The key; empty if it cannot be one, which is then reported. */
    Optional<Key> read(KeyDeclaration declaration) {
        if (declaration instanceof KeyDeclaration.Whole whole) {
            return whole(whole);
        }
        KeyDeclaration.Templated templated = (KeyDeclaration.Templated) declaration;
        KeyTemplate template = templated.template();
        KeyTemplate.Problem problem = template.problem();
        if (problem != null) {
            report.add(Finding.of(
                            InterfaceRule.TEMPLATE_SYNTAX, templated.place(), method.name() + ": " + problem.message())
                    .inTemplate(template.text(), problem.span())
                    .help(problem.help()));
            return Optional.empty();
        }
        return templated(template, templated.place());
    }

    private Optional<Key> whole(KeyDeclaration.Whole whole) {
        ParameterDeclaration parameter = parameter(whole.parameter()).orElseThrow();
        boolean list = isNamed(parameter.type(), "java.util.List");
        Optional<KeyPart.Kind> kind = element(parameter.type()).flatMap(type -> kind(type, true));
        if (kind.isEmpty()) {
            report.add(unsupported(whole.place(), parameter.name(), parameter.type()));
            return Optional.empty();
        }
        return Optional.of(new Key(
                parameter.name(),
                List.of(new KeyPart.Value(parameter.name(), List.of(), kind.get(), list)),
                whole.place()));
    }

    private Optional<Key> templated(KeyTemplate template, JavaPlace place) {
        List<KeyPart> parts = new ArrayList<>();
        for (TemplatePart part : template.parts()) {
            if (part instanceof TemplatePart.Literal literal) {
                parts.add(new KeyPart.Text(literal.text()));
            } else {
                TemplatePart.Placeholder placeholder = (TemplatePart.Placeholder) part;
                Optional<KeyPart.Value> value = value(placeholder, template, place);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(value.get());
            }
        }
        Key key = new Key(template.text(), parts, place);
        long lists = key.values().stream()
                .filter(KeyPart.Value::list)
                .map(KeyPart.Value::parameter)
                .distinct()
                .count();
        if (lists > 1) {
            report.add(Finding.of(
                            InterfaceRule.SEVERAL_LISTS,
                            place,
                            method.name() + ": the key " + template.text()
                                    + " has several lists in it, so the number of keys is unclear")
                    .help("pass the keys whole, as @Key List<String> keys"));
            return Optional.empty();
        }
        return Optional.of(key);
    }

    private Optional<KeyPart.Value> value(TemplatePart.Placeholder placeholder, KeyTemplate template, JavaPlace place) {
        String name = placeholder.path().get(0);
        Optional<ParameterDeclaration> parameter = parameter(name);
        if (parameter.isEmpty()) {
            report.add(Finding.of(InterfaceRule.UNKNOWN_PLACEHOLDER, place, method.name() + " has no parameter " + name)
                    .inTemplate(template.text(), placeholder.span())
                    .help(parameterHelp(name)));
            return Optional.empty();
        }
        PropertyReader.Path path = properties.follow(
                parameter.get().type(),
                placeholder.path().subList(1, placeholder.path().size()));
        if (path instanceof PropertyReader.Broken broken) {
            report.add(Finding.of(InterfaceRule.UNKNOWN_PLACEHOLDER, place, method.name() + ": " + broken.message())
                    .inTemplate(template.text(), placeholder.span())
                    .help(propertyHelp(placeholder, broken)));
            return Optional.empty();
        }
        PropertyReader.Resolved resolved = (PropertyReader.Resolved) path;
        boolean list = resolved.properties().isEmpty() && isNamed(resolved.type(), "java.util.List");
        Optional<KeyPart.Kind> kind =
                (list ? element(resolved.type()) : Optional.of(resolved.type())).flatMap(type -> kind(type, false));
        if (kind.isEmpty()) {
            report.add(unsupported(place, String.join(".", placeholder.path()), resolved.type())
                    .inTemplate(template.text(), placeholder.span()));
            return Optional.empty();
        }
        return Optional.of(new KeyPart.Value(name, resolved.properties(), kind.get(), list));
    }

    private Optional<ParameterDeclaration> parameter(String name) {
        return method.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private String parameterHelp(String name) {
        List<String> names =
                method.parameters().stream().map(ParameterDeclaration::name).toList();
        if (names.isEmpty()) {
            return "write ## for the character #";
        }
        if (names.stream().allMatch(parameter -> parameter.matches("arg\\d+"))) {
            return "the interface that declares it was compiled without the names of its parameters:"
                    + " compile that with -parameters";
        }
        return Nearest.to(name, names)
                .map(near -> "did you mean #" + near + "?")
                .orElse("its parameters are " + String.join(", ", names) + "; write ## for the character #");
    }

    private static String propertyHelp(TemplatePart.Placeholder placeholder, PropertyReader.Broken broken) {
        if (!broken.help().isEmpty()) {
            return broken.help();
        }
        int wrong = broken.depth() + 1;
        List<String> path = placeholder.path();
        return Nearest.to(path.get(wrong), broken.candidates())
                .map(near -> {
                    List<String> meant = new ArrayList<>(path);
                    meant.set(wrong, near);
                    return "did you mean #" + String.join(".", meant) + "?";
                })
                .orElseGet(() -> "to end the name before the dot, write #("
                        + String.join(".", path.subList(0, wrong)) + ")."
                        + String.join(".", path.subList(wrong, path.size())));
    }

    private Finding unsupported(JavaPlace place, String name, TypeMirror type) {
        return Finding.of(
                        InterfaceRule.UNSUPPORTED_KEY_TYPE,
                        place,
                        method.name() + ": " + name + " cannot be part of a key: its type is "
                                + TypeReader.simpleName(type))
                .help("keys are made of strings, integers, booleans, enums and UUID, or a List of these;"
                        + " a whole key can be a byte[]");
    }

    /** The type itself, or the elements' if it is a list with known ones. */
    private static Optional<TypeMirror> element(TypeMirror type) {
        if (!isNamed(type, "java.util.List")) {
            return Optional.of(type);
        }
        return TypeReader.arguments(type).stream()
                .<TypeMirror>map(argument -> argument)
                .findFirst();
    }

    private static Optional<KeyPart.Kind> kind(TypeMirror type, boolean whole) {
        if (isNamed(type, "java.lang.String")) {
            return Optional.of(KeyPart.Kind.TEXT);
        }
        if (whole && TypeReader.isBytes(type)) {
            return Optional.of(KeyPart.Kind.BYTES);
        }
        if (TypeReader.isPrimitiveInteger(type)) {
            return Optional.of(KeyPart.Kind.PRIMITIVE_INTEGER);
        }
        if (TypeReader.isBoxedInteger(type)) {
            return Optional.of(KeyPart.Kind.INTEGER);
        }
        if (type.getKind() == TypeKind.BOOLEAN) {
            return Optional.of(KeyPart.Kind.PRIMITIVE_BOOLEAN);
        }
        if (isNamed(type, "java.lang.Boolean")) {
            return Optional.of(KeyPart.Kind.BOOLEAN);
        }
        if (isNamed(type, "java.util.UUID")) {
            return Optional.of(KeyPart.Kind.UUID);
        }
        return TypeReader.isEnum(type) ? Optional.of(KeyPart.Kind.ENUM) : Optional.empty();
    }
}
