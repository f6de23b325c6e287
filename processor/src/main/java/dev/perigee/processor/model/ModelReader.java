package dev.perigee.processor.model;

import dev.perigee.processor.declaration.InterfaceDeclaration;
import dev.perigee.processor.declaration.KeyDeclaration;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Joins declarations with their types and scripts. */
public final class ModelReader {

    private final Elements elements;
    private final Types types;
    private final ScriptReader scripts;

    /** A reader for this compilation. */
    public ModelReader(Elements elements, Types types, ScriptReader scripts) {
        this.elements = elements;
        this.types = types;
        this.scripts = scripts;
    }

    /** What an interface means; methods that cannot be understood are reported and left out. */
    public ScriptInterface read(InterfaceDeclaration declaration, Report report) {
        PackageElement from = elements.getPackageOf(declaration.type());
        List<ErrorMapping> errors = new ErrorReader(elements, types, from, report).read(declaration.errors());
        List<ScriptMethod> methods = new ArrayList<>();
        for (MethodDeclaration method : declaration.methods()) {
            read(method, declaration.type(), errors, from, report).ifPresent(methods::add);
        }
        return new ScriptInterface(declaration, errors, methods);
    }

    private Optional<ScriptMethod> read(
            MethodDeclaration declared,
            TypeElement type,
            List<ErrorMapping> errors,
            PackageElement from,
            Report report) {
        BoundScript script = scripts.read(declared, report).orElse(null);
        return new ModeReader(elements, types, declared, report)
                .read()
                .flatMap(mode -> read(called(declared, mode), mode, script, type, errors, from, report));
    }

    /** The method as one call has it. */
    private static MethodDeclaration called(MethodDeclaration method, Mode mode) {
        List<ParameterDeclaration> parameters = method.parameters().stream()
                .filter(parameter -> !parameter.equals(mode.continuation()))
                .map(parameter -> mode.each()
                        .filter(each -> each.name().equals(parameter.name()))
                        .orElse(parameter))
                .toList();
        return method.withParameters(parameters);
    }

    private Optional<ScriptMethod> read(
            MethodDeclaration method,
            Mode mode,
            @Nullable BoundScript script,
            TypeElement type,
            List<ErrorMapping> errors,
            PackageElement from,
            Report report) {
        boolean visible = true;
        for (ParameterDeclaration parameter : method.parameters()) {
            visible &= checkVisible(method, parameter, from, report);
        }
        List<Optional<Key>> keys = new ArrayList<>();
        PropertyReader properties = new PropertyReader(elements, types, from);
        KeyReader keyReader = new KeyReader(method, properties, report);
        for (KeyDeclaration key : method.keys()) {
            keys.add(keyReader.read(key));
        }
        // A key that cannot be read may be the one that uses a parameter, so nothing is known about those.
        boolean keysKnown = keys.stream().allMatch(Optional::isPresent);
        ArgumentTypeReader argumentTypes = new ArgumentTypeReader(
                types, from, new ArgumentUnits(method.name(), script), new ArgumentFindings(method.name(), report));
        List<Optional<Argument>> arguments = arguments(method, type, keysKnown, argumentTypes);
        boolean waits = mode.style() == Mode.Style.SYNC && mode.each().isEmpty();
        List<ErrorMapping> thrown = new ErrorReader(elements, types, from, report).of(method, errors, script, waits);
        Optional<ReplyType> reply = reply(method, mode, type, script, from, report);
        Optional<Operation> operation = new OperationReader(method, mode, properties, report).read(script);
        if (!visible
                || keys.contains(Optional.<Key>empty())
                || arguments.contains(Optional.<Argument>empty())
                || reply.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ScriptMethod(
                method,
                keys.stream().flatMap(Optional::stream).toList(),
                arguments.stream().flatMap(Optional::stream).toList(),
                reply.get(),
                mode,
                thrown,
                operation.orElse(null),
                script));
    }

    private static List<Optional<Argument>> arguments(
            MethodDeclaration method, TypeElement type, boolean keysKnown, ArgumentTypeReader argumentTypes) {
        ArgumentReader reader = new ArgumentReader(argumentTypes, scopes(method, type));
        Set<String> inKeys = parametersInKeys(method);
        List<Optional<Argument>> arguments = new ArrayList<>();
        for (ParameterDeclaration parameter : method.parameters()) {
            boolean used = inKeys.contains(parameter.name()) || OperationReader.isId(parameter);
            if (parameter.arg() != null || (keysKnown && !used)) {
                arguments.add(reader.read(parameter));
            }
        }
        return arguments;
    }

    private static boolean checkVisible(
            MethodDeclaration method, ParameterDeclaration parameter, PackageElement from, Report report) {
        if (TypeReader.isVisible(parameter.type(), from)) {
            return true;
        }
        report.add(Finding.of(
                        InterfaceRule.INACCESSIBLE_TYPE,
                        parameter.place(),
                        method.name() + ": the type of " + parameter.name() + ", "
                                + TypeReader.simpleName(parameter.type()) + ", cannot be seen by an invoker in "
                                + TypeReader.name(from))
                .help("make it package-private or public"));
        return false;
    }

    private static Set<String> parametersInKeys(MethodDeclaration method) {
        Set<String> names = new HashSet<>();
        for (KeyDeclaration key : method.keys()) {
            if (key instanceof KeyDeclaration.Whole whole) {
                names.add(whole.parameter());
            } else if (key instanceof KeyDeclaration.Templated templated) {
                names.addAll(templated.template().parameters());
            }
        }
        return names;
    }

    private Optional<ReplyType> reply(
            MethodDeclaration method,
            Mode mode,
            TypeElement type,
            @Nullable BoundScript script,
            PackageElement from,
            Report report) {
        Element element = method.element();
        ReplyReader reader =
                new ReplyReader(types, from, new ReplyUnits(method.name(), method.place(), script, report));
        ReplyPlace whole = ReplyPlace.whole(element, scopes(method, type), Returned.by(script));
        try {
            return Optional.of(
                    mode.style() == Mode.Style.FLUX && mode.each().isEmpty()
                            ? reader.readStream(mode.reply(), element, whole)
                            : reader.readWhole(mode.reply(), element, nullable(mode, element), whole));
        } catch (Unreadable e) {
            report.add(Finding.of(e.rule(), method.place(), method.name() + ": " + e.getMessage())
                    .help(e.help()));
            return Optional.empty();
        }
    }

    /** An empty {@code Mono} is what others have null for. */
    private static boolean nullable(Mode mode, Element element) {
        return switch (mode.style()) {
            case SYNC -> mode.each().isEmpty() && Nullness.isNullable(element, mode.reply());
            case MONO -> mode.each().isEmpty() && !TypeReader.isNamed(mode.reply(), "java.lang.Boolean");
            case FUTURE, FLUX, SUSPEND -> false;
        };
    }

    /** The method and its interfaces, the nearest first. */
    private static List<Element> scopes(MethodDeclaration method, TypeElement type) {
        return List.of(method.element(), Objects.requireNonNull(method.element().getEnclosingElement()), type);
    }
}
