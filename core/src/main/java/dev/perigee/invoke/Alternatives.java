package dev.perigee.invoke;

/**
 * The records of a sealed interface, each chosen by the first element of the reply. Immutable.
 */
public final class Alternatives {

    private final String type;
    private final String[][] codes;
    private final String[][] components;

    private Alternatives(String type, String[][] codes, String[][] components) {
        this.type = type;
        this.codes = codes;
        this.components = components;
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

    String type() {
        return type;
    }

    String[][] codes() {
        return codes;
    }

    String[][] components() {
        return components;
    }
}
