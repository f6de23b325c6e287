package dev.perigee.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AnalyzeClasses(packagesOf = EnableRedisScripts.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule REGISTRATION_DOES_WITHOUT_SPRING_BOOT = classes()
            .that()
            .resideInAPackage("dev.perigee.spring")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.perigee.spring",
                    "dev.perigee",
                    "dev.perigee.client",
                    "org.springframework.beans..",
                    "org.springframework.context..",
                    "org.springframework.core..",
                    "org.springframework.util",
                    "java..",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule ONLY_THE_AUTO_CONFIGURATION_IS_PUBLIC_IN_ITS_PACKAGE = classes()
            .that()
            .resideInAPackage("dev.perigee.spring.autoconfigure")
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(AutoConfiguration.class)
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule BEAN_METHODS_ARE_NOT_PUBLIC =
            methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule GENERATED_CODES_INTERFACE_IS_NOT_USED = classes()
            .should()
            .onlyAccessClassesThat()
            .resideOutsideOfPackages("dev.perigee.invoke", "dev.perigee.transport");
}
