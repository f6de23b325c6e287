package dev.perigee.processor;

import dev.perigee.lua.check.Settings;
import dev.perigee.lua.commands.Target;
import dev.perigee.processor.check.CodecUseCheck;
import dev.perigee.processor.check.MethodCheck;
import dev.perigee.processor.check.OrphanCheck;
import dev.perigee.processor.check.ScriptErrorCheck;
import dev.perigee.processor.check.SuppressionComments;
import dev.perigee.processor.codegen.InvokerWriter;
import dev.perigee.processor.codegen.ManifestWriter;
import dev.perigee.processor.declaration.DeclarationReader;
import dev.perigee.processor.declaration.InterfaceDeclaration;
import dev.perigee.processor.declaration.SuppressionReader;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.diagnostics.Suppressions;
import dev.perigee.processor.model.ModelReader;
import dev.perigee.processor.model.ScriptInterface;
import dev.perigee.processor.model.ScriptReader;
import dev.perigee.processor.source.ScriptFinder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Takes interfaces from their declaration to their invoker. */
final class Stages {

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Types types;
    private final Target target;
    private final ScriptFinder finder;
    private final ModelReader models;
    private final List<MethodCheck> checks;
    private final List<InterfaceDeclaration> declarations = new ArrayList<>();
    private final List<ScriptInterface> generated = new ArrayList<>();
    private final Set<String> reportedInScripts = new HashSet<>();
    private final UnusedSuppressions unusedSuppressions;

    Stages(ProcessingEnvironment environment, List<Path> scriptFolders, Settings settings) {
        this.checks = MethodCheck.all(settings);
        this.unusedSuppressions = new UnusedSuppressions(settings);
        this.environment = environment;
        this.target = settings.target();
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.finder = ScriptFinder.of(environment.getFiler(), scriptFolders);
        this.models = new ModelReader(elements, types, new ScriptReader(finder));
    }

    /**
     * Takes the interfaces of a round through all stages.
     *
     * @param complete whether none is left for a later round
     */
    void process(List<Element> annotated, boolean complete) {
        DeclarationReader reader = new DeclarationReader(elements, types);
        Map<InterfaceDeclaration, Report> reports = new LinkedHashMap<>();
        for (Element element : annotated) {
            Report report = new Report();
            reader.read(element, report)
                    .ifPresentOrElse(
                            declaration -> reports.put(declaration, report),
                            () -> report.print(environment.getMessager()));
        }
        declarations.addAll(reports.keySet());
        OrphanCheck orphans = new OrphanCheck(finder, declarations);
        reports.forEach((declaration, report) -> process(declaration, complete ? orphans : null, report));
        if (complete) {
            unusedSuppressions.report().print(environment.getMessager());
        }
    }

    private void process(InterfaceDeclaration declaration, @Nullable OrphanCheck orphans, Report report) {
        Suppressions suppressions = new Suppressions();
        SuppressionReader.read(declaration.type(), suppressions, report);
        declaringTypes(declaration).forEach(type -> SuppressionReader.read(type, suppressions, new Report()));
        declaration.methods().forEach(method -> SuppressionReader.read(method.element(), suppressions, report));
        ScriptInterface scripts = models.read(declaration, report);
        boolean orphansSought = orphans != null && !report.hasErrors();
        if (orphans != null && orphansSought) {
            orphans.check(declaration, report);
        }
        scripts.methods().forEach(method -> {
            SuppressionComments.read(method, suppressions, report);
            checks.forEach(check -> check.check(method, report));
        });
        ScriptErrorCheck.check(scripts, report);
        CodecUseCheck.check(scripts, report);
        Report uncovered = report.without(suppressions);
        unusedSuppressions.add(scripts, suppressions, orphansSought, uncovered);
        Report remaining = uncovered.withoutRepeated(reportedInScripts);
        if (!remaining.hasErrors()) {
            generate(scripts, remaining);
        }
        remaining.print(environment.getMessager());
    }

    /** The interfaces that inherited methods come from; what is wrong with their suppressions is said elsewhere. */
    private static Set<Element> declaringTypes(InterfaceDeclaration declaration) {
        return declaration.methods().stream()
                .map(method -> Objects.requireNonNull(method.element().getEnclosingElement()))
                .filter(type -> !type.equals(declaration.type()))
                .collect(Collectors.toSet());
    }

    private void generate(ScriptInterface scripts, Report report) {
        TypeElement type = scripts.declaration().type();
        try {
            write(new InvokerWriter(elements, types, scripts, target), type);
            generated.add(scripts);
        } catch (FilerException e) {
            report.add(Finding.of(
                            InterfaceRule.INVOKER_NAME_TAKEN,
                            scripts.declaration().place(),
                            "the invoker of " + type.getSimpleName() + " is called " + InvokerWriter.name(type)
                                    + ", but there is a type of that name in its package")
                    .help("rename one of them"));
        } catch (IOException e) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "The invoker " + InvokerWriter.name(type) + " cannot be written: " + e.getMessage(),
                            type);
        }
    }

    private void write(InvokerWriter invoker, TypeElement origin) throws IOException {
        String source = invoker.write();
        JavaFileObject file = environment.getFiler().createSourceFile(invoker.qualifiedName(), origin);
        try (Writer writer = file.openWriter()) {
            writer.write(source);
        }
    }

    /** Writes what is about all interfaces. */
    void finish() {
        if (generated.isEmpty()) {
            return;
        }
        Element[] origins = generated.stream()
                .map(scripts ->
                        elements.getTypeElement(scripts.declaration().type().getQualifiedName()))
                .filter(Objects::nonNull)
                .toArray(Element[]::new);
        try (Writer writer = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", ManifestWriter.PATH, origins)
                .openWriter()) {
            writer.write(ManifestWriter.write(generated));
        } catch (IOException e) {
            environment
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, ManifestWriter.PATH + " cannot be written: " + e.getMessage());
        }
    }
}
