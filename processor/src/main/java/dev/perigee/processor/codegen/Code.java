package dev.perigee.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.StringJoiner;

/**
 * A piece of code. It is joined as it comes, and a method's body is one literal for JavaPoet: a {@link CodeBlock} of many
 * pieces takes each of them apart with a regular expression when it is printed.
 *
 * @param text the code, with its classes marked
 * @see Imports#mark
 */
record Code(String text) {

    private static final String INDENT = "    ";

    /**
     * Code of a pattern.
     *
     * @param pattern text, in which {@code $L} stands for code, or for what is taken as it is, and {@code $T} for a type
     * @param arguments for each of them a {@link Code}, a {@link TypeName} or a {@link Class}, or what has text
     */
    static Code of(String pattern, Object... arguments) {
        StringBuilder text = new StringBuilder(pattern.length() + 16 * arguments.length);
        int start = 0;
        for (Object argument : arguments) {
            int dollar = pattern.indexOf('$', start);
            text.append(pattern, start, dollar);
            if (pattern.charAt(dollar + 1) == 'T') {
                TypeText.append(text, argument instanceof Class<?> type ? TypeName.get(type) : (TypeName) argument);
            } else if (argument instanceof Code code) {
                text.append(code.text);
            } else {
                text.append(argument);
            }
            start = dollar + 2;
        }
        return new Code(text.append(pattern, start, pattern.length()).toString());
    }

    /** One after the other. */
    static Code join(List<Code> pieces, String separator) {
        StringJoiner text = new StringJoiner(separator);
        pieces.forEach(piece -> text.add(piece.text));
        return new Code(text.toString());
    }

    /** A loop over a list, with one statement in it. */
    static Code loop(Code head, Code expression) {
        return of("for ($L) {\n    $L;\n}\n", head, expression.indented(3));
    }

    /** The expression as a statement of its own. */
    Code statement() {
        return new Code(continued().text + ";\n");
    }

    /** The lines after the first indented as those of one statement are. */
    Code continued() {
        return indented(2);
    }

    /** The lines after the first indented by so many levels. */
    Code indented(int levels) {
        return text.indexOf('\n') < 0 ? this : new Code(text.replace("\n", "\n" + INDENT.repeat(levels)));
    }

    /** The code as JavaPoet takes it. */
    CodeBlock block() {
        return text.isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L", text);
    }
}
