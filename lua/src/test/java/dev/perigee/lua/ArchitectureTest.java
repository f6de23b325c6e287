package dev.perigee.lua;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.perigee.lua", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SYNTAX = "dev.perigee.lua.syntax";

    @ArchTest
    static final ArchRule syntaxDependsOnNothing = classes()
            .that()
            .resideInAPackage(SYNTAX)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", SYNTAX);

    @ArchTest
    static final ArchRule analysisDependsOnSyntaxOnly = classes()
            .that()
            .resideInAPackage("dev.perigee.lua.analysis")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", SYNTAX, "dev.perigee.lua.analysis");

    @ArchTest
    static final ArchRule assemblyDependsOnSyntaxOnly = classes()
            .that()
            .resideInAPackage("dev.perigee.lua.assembly")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", SYNTAX, "dev.perigee.lua.assembly");
}
