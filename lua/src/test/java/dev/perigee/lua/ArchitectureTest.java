package dev.perigee.lua;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.perigee.lua", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SYNTAX = "dev.perigee.lua.syntax";
    private static final String VALUE = "dev.perigee.lua.value";
    private static final String FACTS = "dev.perigee.lua.facts";
    private static final String COMMANDS = "dev.perigee.lua.commands";
    private static final String DIAGNOSTICS = "dev.perigee.lua.diagnostics";

    @ArchTest
    static final ArchRule syntaxDependsOnNothing = classes()
            .that()
            .resideInAPackage(SYNTAX)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", SYNTAX);

    @ArchTest
    static final ArchRule valuesDependOnSyntaxOnly = dependOnly("value", SYNTAX);

    @ArchTest
    static final ArchRule factsDependOnValues = dependOnly("facts", SYNTAX, VALUE);

    @ArchTest
    static final ArchRule commandsDependOnNothing = dependOnly("commands");

    @ArchTest
    static final ArchRule diagnosticsDependOnSyntaxOnly = dependOnly("diagnostics", SYNTAX);

    @ArchTest
    static final ArchRule analysisKnowsNoChecks = dependOnly("analysis", SYNTAX, VALUE, FACTS, COMMANDS);

    @ArchTest
    static final ArchRule checksKnowFactsAlone = dependOnly("check", SYNTAX, VALUE, FACTS, COMMANDS, DIAGNOSTICS);

    private static ArchRule dependOnly(String of, String... packages) {
        String self = "dev.perigee.lua." + of;
        return classes()
                .that()
                .resideInAPackage(self)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Stream.of("java..", "org.jspecify..", self), Stream.of(packages))
                        .toArray(String[]::new));
    }

    @ArchTest
    static final ArchRule assemblyDependsOnSyntaxOnly = classes()
            .that()
            .resideInAPackage("dev.perigee.lua.assembly")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", SYNTAX, "dev.perigee.lua.assembly");
}
