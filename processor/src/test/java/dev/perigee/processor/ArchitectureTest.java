package dev.perigee.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every stage knows what its package-info says, and nothing else. */
@AnalyzeClasses(packages = "dev.perigee.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "dev.perigee.processor";
    private static final String SYNTAX = "dev.perigee.lua.syntax";
    private static final String RULES = "dev.perigee.lua.diagnostics";
    private static final String[] PLATFORM = {"java..", "javax..", "org.jspecify.annotations"};

    @ArchTest
    static final ArchRule sourceDependsOnNothing = stage("source");

    @ArchTest
    static final ArchRule diagnosticsDependOnTheSyntaxAndTheRulesAlone = stage("diagnostics", SYNTAX, RULES);

    @ArchTest
    static final ArchRule templatesKnowNoJavaModel = classes()
            .that()
            .resideInAPackage(HERE + ".template")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java.lang..", "java.util..", "org.jspecify.annotations", HERE + ".template", SYNTAX);

    @ArchTest
    static final ArchRule declarationsKnowNothingOfTheScripts =
            stage("declaration", HERE + ".template", HERE + ".diagnostics", RULES);

    @ArchTest
    static final ArchRule theModelJoinsWhatWasReadBefore = stage(
            "model",
            HERE + ".declaration",
            HERE + ".template",
            HERE + ".source",
            HERE + ".diagnostics",
            "dev.perigee.lua..");

    @ArchTest
    static final ArchRule slotsDependOnTheModelAlone = stage("slots", HERE + ".model");

    @ArchTest
    static final ArchRule checksDoNotKnowTheCodeGeneration = stage(
            "check",
            HERE + ".model",
            HERE + ".declaration",
            HERE + ".slots",
            HERE + ".source",
            HERE + ".diagnostics",
            "dev.perigee.lua..");

    @ArchTest
    static final ArchRule theCodeGenerationDoesNotKnowTheChecks = stage(
            "codegen",
            HERE + ".model",
            HERE + ".declaration",
            HERE + ".slots",
            "com.palantir.javapoet",
            "dev.perigee.lua..");

    @ArchTest
    static final ArchRule nothingDependsOnTheEntry = noClasses()
            .that()
            .resideOutsideOfPackage(HERE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HERE);

    /** Users have the processor on its own path, where there is no perigee-core. */
    @ArchTest
    static final ArchRule theProcessorDoesNotNeedTheLibrary = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.perigee", "dev.perigee.client..", "dev.perigee.invoke..", "dev.perigee.error..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching(HERE + ".(*)..").should().beFreeOfCycles();

    private static ArchRule stage(String name, String... others) {
        String own = HERE + "." + name;
        String[] allowed = Stream.of(Stream.of(own), Arrays.stream(others), Arrays.stream(PLATFORM))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
