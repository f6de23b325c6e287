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
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.PackageElement;
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
        List<ScriptMethod> methods = new ArrayList<>();
        for (MethodDeclaration method : declaration.methods()) {
            read(method, from, report).ifPresent(methods::add);
        }
        return new ScriptInterface(declaration, methods);
    }

    private Optional<ScriptMethod> read(MethodDeclaration declared, PackageElement from, Report report) {
        BoundScript script = scripts.read(declared, report).orElse(null);
        return new ModeReader(elements, types, declared, report)
                .read()
                .flatMap(mode -> read(called(declared, mode), mode, script, from, report));
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
            MethodDeclaration method, Mode mode, @Nullable BoundScript script, PackageElement from, Report report) {
        boolean visible = true;
        for (ParameterDeclaration parameter : method.parameters()) {
            visible &= checkVisible(method, parameter, from, report);
        }
        List<Optional<Key>> keys = new ArrayList<>();
        KeyReader keyReader = new KeyReader(method, new PropertyReader(elements, types, from), report);
        for (KeyDeclaration key : method.keys()) {
            keys.add(keyReader.read(key));
        }
        List<Optional<Argument>> arguments = new ArrayList<>();
        ArgumentReader argumentReader = new ArgumentReader(method.name(), script, report);
        Set<String> inKeys = parametersInKeys(method);
        // A key that cannot be read may be the one that uses a parameter, so nothing is known about those.
        boolean keysKnown = keys.stream().allMatch(Optional::isPresent);
        for (ParameterDeclaration parameter : method.parameters()) {
            if (parameter.arg() != null || (keysKnown && !inKeys.contains(parameter.name()))) {
                arguments.add(argumentReader.read(parameter, arguments.size() + 1));
            }
        }
        Optional<ReplyType> reply = reply(method, mode, from, report);
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
                script));
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

    private Optional<ReplyType> reply(MethodDeclaration method, Mode mode, PackageElement from, Report report) {
        try {
            return Optional.of(new ReplyReader(types, from).readWhole(mode.reply()));
        } catch (ReplyReader.Unreadable e) {
            report.add(Finding.of(
                            InterfaceRule.UNSUPPORTED_RETURN_TYPE,
                            method.place(),
                            method.name() + ": " + e.getMessage())
                    .help("replies are void, boolean, int, long, double, String, byte[], enums, and Optional, List and"
                            + " records of these, as they are or in a CompletionStage"));
            return Optional.empty();
        }
    }
}
