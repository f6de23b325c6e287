package dev.perigee.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** What is printed is what JavaPoet prints. */
class SourcePrinterTest {

    private static final ClassName ORDER = ClassName.get("shop", "Order");

    @Test
    void membersStandInTheSameOrderWithTheSameLinesBetween() {
        compare(TypeSpec.classBuilder("OrdersInvoker")
                .addJavadoc("Calls scripts.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "{$S, $S}", "deprecation", "removal")
                        .build())
                .superclass(ClassName.get("base", "Base"))
                .addSuperinterface(ClassName.get("shop", "Orders"))
                .addSuperinterface(Runnable.class)
                .addMethod(MethodSpec.methodBuilder("run")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addCode("first();\nsecond();\n")
                        .build())
                .addField(ORDER, "order", Modifier.PRIVATE, Modifier.FINAL)
                .addField(FieldSpec.builder(String.class, "TEXT", Modifier.STATIC, Modifier.PRIVATE, Modifier.FINAL)
                        .addJavadoc("A text.\n")
                        .initializer("$L", "\"a\"\n        + \"b\"")
                        .build())
                .addMethod(MethodSpec.constructorBuilder().build())
                .addType(TypeSpec.classBuilder("RunCall")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addMethod(MethodSpec.constructorBuilder()
                                .addParameter(int.class, "number", Modifier.FINAL)
                                .addCode("this.number = number;\n")
                                .build())
                        .build())
                .build());
    }

    @Test
    void typesAreWrittenInFull() {
        TypeName entry = ParameterizedTypeName.get(
                ClassName.get(Map.Entry.class), ClassName.get(String.class), ArrayTypeName.of(byte[].class));
        compare(TypeSpec.classBuilder("Types")
                .addField(entry, "entry")
                .addField(ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.subtypeOf(ORDER)), "a")
                .addField(
                        ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.supertypeOf(ORDER)), "b")
                .addField(
                        ParameterizedTypeName.get(
                                ClassName.get(List.class), WildcardTypeName.subtypeOf(ClassName.OBJECT)),
                        "c")
                .addField(
                        ParameterizedTypeName.get(ClassName.get("shop", "Outer"), ORDER)
                                .nestedClass("Inner", List.of(entry)),
                        "inner")
                .addMethod(MethodSpec.methodBuilder("all")
                        .returns(long[][].class)
                        .addParameter(String[].class, "texts")
                        .varargs()
                        .build())
                .build());
    }

    @Test
    void linesBreakBeforeTheSameParameters() {
        for (int length = 1; length < 60; length++) {
            String name = "n".repeat(length);
            MethodSpec.Builder method = MethodSpec.methodBuilder("method").addException(IOException.class);
            for (int i = 0; i < 6; i++) {
                method.addParameter(i % 2 == 0 ? ORDER : ClassName.get(List.class), name + i);
            }
            compare(TypeSpec.classBuilder("Long")
                    .addMethod(method.build())
                    .addMethod(MethodSpec.methodBuilder(name + name)
                            .addParameter(ORDER, name)
                            .build())
                    .addType(TypeSpec.classBuilder("Inner")
                            .addMethod(method.build())
                            .build())
                    .build());
        }
    }

    @Test
    void ofClassesWithTheSameNameTheSameOneIsImported() {
        compare(TypeSpec.classBuilder("Names")
                .addField(ClassName.get("first", "Thing"), "first")
                .addField(ClassName.get("second", "Thing"), "second")
                .addField(ClassName.get("other", "Order"), "beforeThatOfThePackage")
                .addField(ORDER, "ofThePackage")
                .addField(ClassName.get("other", "Names"), "asTheClass")
                .addField(ClassName.get("other", "RunCall"), "asAClassInIt")
                .addField(ClassName.get("shop", "String"), "asInJavaLang")
                .addField(String.class, "ofJavaLang")
                .addField(ClassName.get("", "Unpackaged"), "withoutPackage")
                .addType(TypeSpec.classBuilder("RunCall")
                        .addField(ClassName.get("shop", "Outer", "RunCall"), "nestedElsewhere")
                        .build())
                .build());
    }

    @Test
    void whatIsInheritedIsNotHiddenByAnImport() {
        compare(TypeSpec.classBuilder("Inherits")
                .avoidClashesWithNestedClasses(Map.class)
                .addField(ClassName.get("other", "Entry"), "entry")
                .build());
    }

    @Test
    void classesInCodeAreNamedAsThoseInDeclarations() {
        TypeSpec type = TypeSpec.classBuilder("Codes")
                .addMethod(MethodSpec.methodBuilder("make")
                        .addCode(Code.of("new $T($T.class)", List.class, ORDER)
                                .statement()
                                .block())
                        .build())
                .build();

        assertThat(SourcePrinter.print("shop", type)).isEqualTo("""
                        package shop;

                        import java.util.List;

                        class Codes {
                            void make() {
                                new List(Order.class);
                            }
                        }
                        """);
    }

    private static void compare(TypeSpec type) {
        JavaFile expected = JavaFile.builder("shop", type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        assertThat(SourcePrinter.print("shop", type)).isEqualTo(expected.toString());
    }
}
