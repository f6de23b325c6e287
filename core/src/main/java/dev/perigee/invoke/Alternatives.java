package dev.perigee.invoke;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The records of a sealed interface, each chosen by the first element of the reply. Immutable.
 */
public final class Alternatives {

    private final String type;
    private final String[][] codes;
    private final String[][] components;
    private final Codes byCode;

    private Alternatives(String type, String[][] codes, String[][] components) {
        this.type = type;
        this.codes = codes;
        this.components = components;
        this.byCode = Codes.of(codes);
    }

    /**
     * The alternatives of a sealed interface.
     *
     * @param type its simple name
     * @param codes what each alternative is known by: its code, or the forms of its name
     * @param components the names of each alternative's components, which follow the first element
     */
    public static Alternatives of(String type, String[][] codes, String[][] components) {
        return new Alternatives(type, codes, components);
    }

    /** Which alternative a recorded value is the code of; {@link Codes#NONE} if it is none's. */
    int find(RecordedReply reply, int index) {
        return byCode.find(reply, index);
    }

    /** How many components an alternative has, which follow its code. */
    int components(int alternative) {
        return components[alternative].length;
    }

    /** What an alternative is known by, for messages. */
    String code(int alternative) {
        return codes[alternative][0];
    }

    /** The sealed interface's name, for messages. */
    String type() {
        return type;
    }

    /** What all are known by, for messages. */
    String known() {
        return "one of " + Arrays.stream(codes).map(forms -> forms[0]).collect(Collectors.joining(", "));
    }
}
