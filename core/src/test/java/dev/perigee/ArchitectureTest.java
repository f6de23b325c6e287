package dev.perigee;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.perigee.invoke.RespWriter;

@AnalyzeClasses(packagesOf = RedisScript.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_TRANSPORT_KNOWS_LETTUCES_INTERNALS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.perigee.transport")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce.core.protocol..", "io.lettuce.core.output..");

    @ArchTest
    static final ArchRule ONLY_THE_TRANSPORT_AND_WHAT_WRITES_ARGUMENTS_KNOW_NETTY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.perigee.transport")
            .and()
            .doNotBelongToAnyOf(RespWriter.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule WHAT_WRITES_ARGUMENTS_KNOWS_NETTYS_BUFFERS_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.perigee.transport")
            .should()
            .dependOnClassesThat(resideInAPackage("io.netty..").and(resideOutsideOfPackage("io.netty.buffer")));

    @ArchTest
    static final ArchRule ANNOTATIONS_DEPEND_ON_NOTHING = classes()
            .that()
            .resideInAPackage("dev.perigee")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.perigee", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule ERRORS_DEPEND_ON_NOTHING = classes()
            .that()
            .resideInAPackage("dev.perigee.error")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.perigee", "dev.perigee.error", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule GENERATED_CODES_INTERFACE_KNOWS_NEITHER_CLIENT_NOR_TRANSPORT = noClasses()
            .that()
            .resideInAPackage("dev.perigee.invoke")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.perigee.client", "dev.perigee.transport");

    @ArchTest
    static final ArchRule THE_TRANSPORT_KNOWS_NO_CLIENT = noClasses()
            .that()
            .resideInAPackage("dev.perigee.transport")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.perigee.client");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("dev.perigee.(*)").should().beFreeOfCycles();
}
