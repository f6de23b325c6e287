package dev.perigee.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A piece of code: text, and the types in it, which are imported where that is possible.
 *
 * <p>JavaPoet prints a file twice, and takes apart every piece of it with a regular expression, so that code costs by the piece.
 * Here the pieces are joined as they come, until only the types stand out.
 *
 * @param format the text as JavaPoet takes it, with {@code $T} for a type and {@code $$} for a dollar sign
 * @param types the types, in the order of the text
 */
record Code(String format, List<TypeName> types) {

    private static final String INDENT = "    ";

    /**
     * Code of a pattern.
     *
     * @param pattern text, in which {@code $L} stands for code, or for what is taken as it is, and {@code $T} for a type
     * @param arguments for each of them a {@link Code}, a {@link TypeName} or a {@link Class}, or what has text
     */
    static Code of(String pattern, Object... arguments) {
        StringBuilder format = new StringBuilder(pattern.length() + 16 * arguments.length);
        List<TypeName> types = new ArrayList<>();
        int start = 0;
        for (Object argument : arguments) {
            int dollar = pattern.indexOf('$', start);
            format.append(pattern, start, dollar);
            if (pattern.charAt(dollar + 1) == 'T') {
                format.append("$T");
                types.add(argument instanceof Class<?> type ? TypeName.get(type) : (TypeName) argument);
            } else if (argument instanceof Code code) {
                format.append(code.format);
                types.addAll(code.types);
            } else {
                format.append(escaped(argument.toString()));
            }
            start = dollar + 2;
        }
        return new Code(format.append(pattern, start, pattern.length()).toString(), types);
    }

    /** Text, taken as it is. */
    static Code text(String text) {
        return new Code(escaped(text), List.of());
    }

    private static String escaped(String text) {
        return text.indexOf('$') < 0 ? text : text.replace("$", "$$");
    }

    /** One after the other. */
    static Code join(List<Code> pieces, String separator) {
        StringJoiner format = new StringJoiner(separator);
        List<TypeName> types = new ArrayList<>();
        for (Code piece : pieces) {
            format.add(piece.format);
            types.addAll(piece.types);
        }
        return new Code(format.toString(), types);
    }

    /** The expression as a statement of its own. */
    Code statement() {
        return new Code(continued().format + ";\n", types);
    }

    /** A loop over a list, with one statement in it. */
    static Code loop(Code head, Code expression) {
        return of("for ($L) {\n    $L;\n}\n", head, expression.indented(3));
    }

    /** The lines after the first indented as those of one statement are. */
    Code continued() {
        return indented(2);
    }

    /** The lines after the first indented by so many levels. */
    Code indented(int levels) {
        return format.indexOf('\n') < 0 ? this : new Code(format.replace("\n", "\n" + INDENT.repeat(levels)), types);
    }

    /** The code as JavaPoet takes it. */
    CodeBlock block() {
        return CodeBlock.of(format, types.toArray());
    }
}
