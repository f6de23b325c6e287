package dev.perigee.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * Prints a class as JavaPoet does, but once: JavaPoet does so twice, the first time to find the imports, which took most of the
 * processor's time. Knows what invokers are made of, and nothing else of Java: no type variables, no initializer blocks.
 */
final class SourcePrinter {

    private static final String INDENT = "    ";

    private final StringBuilder out = new StringBuilder(16_000);
    private String indent = "";

    private SourcePrinter() {}

    /** The source of a class, in which the classes of code are marked. */
    static String print(String packageName, TypeSpec type) {
        SourcePrinter printer = new SourcePrinter();
        printer.type(type);
        return LineBreaks.resolve(Imports.resolve(packageName, type, printer.out.toString()));
    }

    private void type(TypeSpec type) {
        javadoc(type.javadoc());
        annotations(type.annotations());
        modifiers(type.modifiers());
        out.append("class ").append(type.name());
        if (!type.superclass().equals(ClassName.OBJECT)) {
            types(" extends ", List.of(type.superclass()), "");
        }
        types(" implements ", type.superinterfaces(), ", ");
        out.append(" {\n");
        indent += INDENT;
        int start = out.length();
        fields(type, field -> field.modifiers().contains(Modifier.STATIC), start);
        fields(type, field -> !field.modifiers().contains(Modifier.STATIC), start);
        methods(type, MethodSpec::isConstructor, start);
        methods(type, method -> !method.isConstructor(), start);
        for (TypeSpec nested : type.typeSpecs()) {
            separate(start);
            type(nested);
        }
        indent = indent.substring(INDENT.length());
        out.append(indent).append("}\n");
    }

    private void fields(TypeSpec type, Predicate<FieldSpec> kind, int start) {
        for (FieldSpec field : type.fieldSpecs()) {
            if (kind.test(field)) {
                separate(start);
                field(field);
            }
        }
    }

    private void methods(TypeSpec type, Predicate<MethodSpec> kind, int start) {
        for (MethodSpec method : type.methodSpecs()) {
            if (kind.test(method)) {
                separate(start);
                method(method, type.name());
            }
        }
    }

    /** An empty line before each member but the first. */
    private void separate(int start) {
        if (out.length() > start) {
            out.append('\n');
        }
    }

    private void field(FieldSpec field) {
        javadoc(field.javadoc());
        modifiers(field.modifiers());
        TypeText.append(out, field.type());
        out.append(' ').append(field.name());
        if (!field.initializer().isEmpty()) {
            out.append(" = ");
            lines(field.initializer(), "");
        }
        out.append(";\n");
    }

    private void method(MethodSpec method, String type) {
        javadoc(method.javadoc());
        annotations(method.annotations());
        modifiers(method.modifiers());
        if (method.isConstructor()) {
            out.append(type);
        } else {
            TypeText.append(out, method.returnType());
            out.append(' ').append(method.name());
        }
        parameters(method);
        types(LineBreaks.SPACE + "throws" + LineBreaks.SPACE, method.exceptions(), "," + LineBreaks.SPACE);
        out.append(" {\n");
        lines(method.code(), indent + INDENT);
        out.append(indent).append("}\n");
    }

    private void parameters(MethodSpec method) {
        out.append('(').append(LineBreaks.NOTHING);
        List<ParameterSpec> parameters = method.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            ParameterSpec parameter = parameters.get(i);
            if (i > 0) {
                out.append(',').append(LineBreaks.SPACE);
            }
            parameter.modifiers().forEach(modifier -> out.append(modifier).append(' '));
            boolean last = i == parameters.size() - 1;
            if (last && method.varargs() && parameter.type() instanceof ArrayTypeName array) {
                TypeText.append(out, array.componentType());
                out.append("...");
            } else {
                TypeText.append(out, parameter.type());
            }
            out.append(' ').append(parameter.name());
        }
        out.append(')');
    }

    private void types(String before, List<TypeName> types, String between) {
        for (int i = 0; i < types.size(); i++) {
            out.append(i == 0 ? before : between);
            TypeText.append(out, types.get(i));
        }
    }

    private void javadoc(CodeBlock javadoc) {
        if (!javadoc.isEmpty()) {
            out.append(indent).append("/**\n");
            lines(javadoc, indent + " * ");
            out.append(indent).append(" */\n");
        }
    }

    private void annotations(List<AnnotationSpec> annotations) {
        for (AnnotationSpec annotation : annotations) {
            out.append(indent).append('@');
            TypeText.append(out, annotation.type());
            annotation
                    .members()
                    .getOrDefault(AnnotationSpec.VALUE, List.of())
                    .forEach(value -> out.append('(').append(value).append(')'));
            out.append('\n');
        }
    }

    private void modifiers(Set<Modifier> modifiers) {
        out.append(indent);
        for (Modifier modifier : Modifier.values()) {
            if (modifiers.contains(modifier)) {
                out.append(modifier).append(' ');
            }
        }
    }

    /**
     * Lines of code.
     *
     * @param before what stands before the first; before the others, if that is empty, the indentation
     */
    private void lines(CodeBlock code, String before) {
        if (code.isEmpty()) {
            return;
        }
        String text = code.toString();
        String others = before.isEmpty() ? indent : before;
        out.append(before);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < text.length() - 1; end = text.indexOf('\n', start)) {
            out.append(text, start, end + 1).append(others);
            start = end + 1;
        }
        out.append(text, start, text.length());
    }
}
