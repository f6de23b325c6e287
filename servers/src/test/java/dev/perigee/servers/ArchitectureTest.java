package dev.perigee.servers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = RedisServer.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Of embedded-redis we take the binaries only: its classes need libraries that are excluded here. */
    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.perigee.servers", "java..", "org.jspecify.annotations");
}
