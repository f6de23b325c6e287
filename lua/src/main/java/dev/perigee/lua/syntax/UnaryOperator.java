package dev.perigee.lua.syntax;

/** A prefix operator. All three bind more tightly than any binary operator but {@code ^}. */
public enum UnaryOperator {
    NEGATE("-"),
    NOT("not"),
    LENGTH("#");

    static final int PRECEDENCE = 8;

    private final String text;

    UnaryOperator(String text) {
        this.text = text;
    }

    /** The operator as Lua writes it. */
    public String text() {
        return text;
    }
}
