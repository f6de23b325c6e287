package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value. */
public sealed interface Expression extends Node {

    /** An expression that can be a statement: a call. */
    sealed interface Invocation extends Expression {

        /** The arguments as written; a method call passes its receiver besides. */
        List<Expression> arguments();
    }

    record Nil(Span span) implements Expression {}

    record BooleanLiteral(boolean value, Span span) implements Expression {}

    record NumberLiteral(double value, Span span) implements Expression {}

    record StringLiteral(LuaString value, Span span) implements Expression {}

    /** {@code ...}. */
    record Vararg(Span span) implements Expression {}

    /**
     * A function's parameters and body.
     *
     * @param self whether it has a first parameter {@code self} that is not written: {@code function a:b() end}
     * @param parameters as written, without {@code ...}
     * @param vararg where {@code ...} stands among the parameters. Such a function also has a local {@code arg}, after the
     *     parameters (Lua 5.0's way, kept in 5.1)
     * @param body the statements
     * @param span from {@code function} to {@code end}
     */
    record Function(
            boolean self, List<Name> parameters, @Nullable Span vararg, Block body, Span span) implements Expression {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** A use of a local or global variable by its name. */
    record Variable(String name, Span span) implements Expression {}

    /** {@code target.name}. */
    record Field(Expression target, Name name, Span span) implements Expression {}

    /** {@code target[key]}. */
    record Index(Expression target, Expression key, Span span) implements Expression {}

    /** {@code function(arguments)}, {@code function 'text'} or <code>function {…}</code>. */
    record Call(Expression function, List<Expression> arguments, Span span) implements Invocation {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code receiver:method(arguments)}. */
    record MethodCall(Expression receiver, Name method, List<Expression> arguments, Span span) implements Invocation {
        public MethodCall {
            arguments = List.copyOf(arguments);
        }
    }

    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

    /**
     * Two operands.
     *
     * @param operatorSpan where the operator stands
     */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span operatorSpan, Span span)
            implements Expression {}

    /** {@code (inner)}: cuts several values to one, and is nothing one can assign to. */
    record Parenthesized(Expression inner, Span span) implements Expression {}

    record TableConstructor(List<TableField> fields, Span span) implements Expression {
        public TableConstructor {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The expression on which this one leans to the left without a bound: a binary operator's left operand, or what a
     * suffix is attached to; null for all others.
     */
    default @Nullable Expression leaning() {
        if (this instanceof Binary binary) {
            return binary.left();
        }
        if (this instanceof Field field) {
            return field.target();
        }
        if (this instanceof Index index) {
            return index.target();
        }
        if (this instanceof Call call) {
            return call.function();
        }
        return this instanceof MethodCall call ? call.receiver() : null;
    }

    /**
     * This expression, the one it is {@link #leaning} on, and so on. Handling the list from its end and recursing only
     * into what is not the next element keeps the Java stack bounded.
     */
    default List<Expression> leftSpine() {
        int length = 0;
        for (Expression e = this; e != null; e = e.leaning()) {
            length++;
        }
        List<Expression> spine = new ArrayList<>(length);
        for (Expression e = this; e != null; e = e.leaning()) {
            spine.add(e);
        }
        return spine;
    }
}
