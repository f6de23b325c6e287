package dev.perigee.lua.syntax;

/** One entry of a table constructor. */
public sealed interface TableField extends Node {

    /** What the entry holds. */
    Expression value();

    /** {@code value}: takes the next integer key. */
    record Positional(Expression value) implements TableField {
        @Override
        public Span span() {
            return value.span();
        }
    }

    /** {@code name = value}. */
    record Named(Name name, Expression value, Span span) implements TableField {}

    /** {@code [key] = value}. */
    record Keyed(Expression key, Expression value, Span span) implements TableField {}
}
