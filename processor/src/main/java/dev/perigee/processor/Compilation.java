package dev.perigee.processor;

import dev.perigee.lua.check.Settings;
import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.declaration.InterfaceMethods;
import dev.perigee.processor.declaration.PlacementReader;
import dev.perigee.processor.declaration.SuppressionReader;
import dev.perigee.processor.declaration.UnresolvedTypes;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.diagnostics.Suppressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one compilation. An interface is taken through the stages in the first round in which all its types are
 * known; if some never are, the compiler itself says so.
 */
final class Compilation {

    private final ProcessingEnvironment environment;
    private final List<Path> scriptFolders;
    private final Settings settings;
    private final InterfaceMethods methods;
    private @Nullable Stages stages;

    /** By name, since elements do not outlive a round. */
    private Set<String> waiting = new LinkedHashSet<>();

    Compilation(ProcessingEnvironment environment, List<Path> scriptFolders, Settings settings) {
        this.environment = environment;
        this.scriptFolders = scriptFolders;
        this.settings = settings;
        this.methods = new InterfaceMethods(environment.getElementUtils(), environment.getTypeUtils());
    }

    void round(RoundEnvironment round) {
        if (round.processingOver()) {
            if (stages != null) {
                stages.finish();
            }
            return;
        }
        AnnotatedElements annotated = AnnotatedElements.of(round, environment.getElementUtils());
        List<Element> types = annotatedTypes(annotated);
        readPlacements(annotated, types);
        List<Element> ready = new ArrayList<>();
        waiting = new LinkedHashSet<>();
        for (Element type : types) {
            if (type instanceof TypeElement named && UnresolvedTypes.in(named, methods)) {
                waiting.add(named.getQualifiedName().toString());
            } else {
                ready.add(type);
            }
        }
        if (!ready.isEmpty()) {
            stages().process(ready, waiting.isEmpty());
        }
    }

    /** Made when there is something to do, since it looks at the file system. */
    private Stages stages() {
        Stages known = stages;
        if (known == null) {
            known = new Stages(environment, scriptFolders, settings);
            stages = known;
        }
        return known;
    }

    private List<Element> annotatedTypes(AnnotatedElements annotated) {
        List<Element> types = waiting.stream()
                .map(name -> (Element) environment.getElementUtils().getTypeElement(name))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        for (Element element : annotated.with(Annotations.REDIS_SCRIPT)) {
            if (element.getKind() != ElementKind.METHOD) {
                types.add(element);
            }
        }
        return types;
    }

    private void readPlacements(AnnotatedElements annotated, List<Element> types) {
        Set<Element> served = new HashSet<>();
        Map<Element, TypeElement> redeclared = new HashMap<>();
        for (TypeElement type : ElementFilter.typesIn(types)) {
            served.addAll(methods.abstractMethods(type));
            redeclared.putAll(methods.redeclared(type));
        }
        PlacementReader placements = new PlacementReader(served, redeclared);
        Report report = new Report();
        for (String annotation : AnnotatedElements.ANNOTATIONS) {
            for (Element element : annotated.with(annotation)) {
                if (element.getKind() == ElementKind.METHOD || element.getKind() == ElementKind.PARAMETER) {
                    placements.read(element, annotation, report);
                }
            }
        }
        report.without(suppressions(annotated)).print(environment.getMessager());
    }

    /** What is wrong with them is reported with the interfaces they belong to. */
    private static Suppressions suppressions(AnnotatedElements annotated) {
        Suppressions suppressions = new Suppressions();
        for (String annotation : List.of(Annotations.SUPPRESS, Annotations.SUPPRESS_LIST)) {
            annotated.with(annotation).forEach(element -> SuppressionReader.read(element, suppressions, new Report()));
        }
        return suppressions;
    }
}
