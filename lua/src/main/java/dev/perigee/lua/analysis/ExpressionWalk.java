package dev.perigee.lua.analysis;

import dev.perigee.lua.analysis.Meaning.What;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.TableField;
import dev.perigee.lua.syntax.UnaryOperator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks expressions: finds what each means, and loses what is used in a way that is not followed. */
final class ExpressionWalk {
    private static final Set<String> CALLS = Set.of("call", "pcall");

    private final Findings findings;
    private final StatementWalk statements;
    private final Scope scope;

    ExpressionWalk(Findings findings, StatementWalk statements, Scope scope) {
        this.findings = findings;
        this.statements = statements;
        this.scope = scope;
    }

    void values(List<Expression> expressions) {
        expressions.forEach(this::value);
    }

    /** Walks an expression that goes where nobody follows it. */
    void value(Expression expression) {
        findings.lose(meaning(expression));
    }

    /** Walks an expression, and leaves it to the caller to follow what it means. */
    Meaning meaning(Expression expression) {
        if (expression.leaning() == null) {
            return leaf(expression);
        }
        List<Expression> spine = expression.leftSpine();
        int at = spine.size() - 1;
        Meaning meaning = leaf(spine.get(at));
        while (--at >= 0) {
            meaning = extended(meaning, spine.get(at));
        }
        return meaning;
    }

    private Meaning leaf(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return variable(variable.name());
        } else if (expression instanceof Expression.Parenthesized parenthesized) {
            return meaning(parenthesized.inner());
        } else if (expression instanceof Expression.Unary unary) {
            value(unary.operand());
        } else if (expression instanceof Expression.Function function) {
            statements.function(function);
        } else if (expression instanceof Expression.TableConstructor table) {
            table.fields().forEach(this::field);
        }
        return Meaning.OTHER;
    }

    private void field(TableField field) {
        if (field instanceof TableField.Keyed keyed) {
            value(keyed.key());
        }
        value(field.value());
    }

    private Meaning variable(String name) {
        LocalVariable local = scope.find(name);
        if (local != null) {
            return local.meaning();
        }
        Meaning meaning = Meaning.ofGlobal(name);
        findings.mention(meaning.what());
        return meaning;
    }

    private Meaning extended(Meaning left, Expression expression) {
        if (expression instanceof Expression.Field field) {
            return element(left, field.name().text(), Double.NaN, field);
        } else if (expression instanceof Expression.Index index) {
            return index(left, index);
        } else if (expression instanceof Expression.Call call) {
            call(left, call.arguments());
        } else if (expression instanceof Expression.MethodCall call) {
            findings.lose(left);
            values(call.arguments());
        } else if (expression instanceof Expression.Binary binary) {
            findings.lose(left);
            value(binary.right());
        }
        return Meaning.OTHER;
    }

    private Meaning index(Meaning left, Expression.Index index) {
        Expression key = withoutParentheses(index.key());
        Double number = number(key);
        if (number != null) {
            return element(left, null, number, index);
        }
        if (key instanceof Expression.StringLiteral literal) {
            return element(left, literal.value().toString(), Double.NaN, index);
        }
        value(key);
        if (key instanceof Expression.Nil || key instanceof Expression.BooleanLiteral) {
            return element(left, "", Double.NaN, index);
        }
        findings.lose(left);
        return Meaning.OTHER;
    }

    /** What an element by a constant key means. */
    private Meaning element(Meaning of, @Nullable String name, double index, Expression whole) {
        switch (of.what()) {
            case KEYS, ARGV -> findings.index(of.what(), index, whole.span());
            case REDIS -> {
                return name != null && CALLS.contains(name) ? of.become(What.CALL) : Meaning.OTHER;
            }
            case GLOBALS -> {
                return global(name);
            }
            case CALL, ESCAPE_HATCH -> findings.lose(of);
            case OTHER -> {}
        }
        return Meaning.OTHER;
    }

    private Meaning global(@Nullable String name) {
        Meaning meaning = name == null ? Meaning.OTHER : Meaning.ofGlobal(name);
        findings.mention(meaning.what());
        if (meaning.what() == What.REDIS) {
            return meaning;
        }
        findings.lose(meaning);
        return Meaning.OTHER;
    }

    static Expression withoutParentheses(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return inner;
    }

    private static @Nullable Double number(Expression key) {
        if (key instanceof Expression.NumberLiteral literal) {
            return literal.value();
        }
        boolean negative = key instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE;
        if (negative && withoutParentheses(((Expression.Unary) key).operand()) instanceof Expression.NumberLiteral n) {
            return -n.value();
        }
        return null;
    }

    private void call(Meaning function, List<Expression> arguments) {
        if (function.what() == What.CALL) {
            command(function, arguments);
        } else {
            findings.lose(function);
        }
        values(arguments);
    }

    private void command(Meaning function, List<Expression> arguments) {
        Expression first = arguments.isEmpty() ? null : withoutParentheses(arguments.get(0));
        String name = first instanceof Expression.StringLiteral literal
                ? literal.value().text()
                : null;
        if (first == null || name == null) {
            findings.unknownCommand();
        } else {
            findings.command(name.toUpperCase(Locale.ROOT), first.span(), function.alias());
        }
    }

    /** Walks what is assigned to. */
    void target(Expression target) {
        if (target instanceof Expression.Variable variable) {
            assignVariable(variable.name());
        } else if (target instanceof Expression.Field field) {
            assignElement(meaning(field.target()), field.name().text());
        } else if (target instanceof Expression.Index index) {
            Meaning table = meaning(index.target());
            Expression key = withoutParentheses(index.key());
            value(key);
            assignElement(
                    table,
                    key instanceof Expression.StringLiteral literal
                            ? literal.value().toString()
                            : null);
        }
    }

    private void assignVariable(String name) {
        LocalVariable local = scope.find(name);
        if (local != null) {
            local.assign();
        } else {
            Meaning meaning = Meaning.ofGlobal(name);
            findings.mention(meaning.what());
            findings.lose(meaning);
        }
    }

    private void assignElement(Meaning table, @Nullable String name) {
        if (table.what() == What.GLOBALS && name != null) {
            Meaning replaced = Meaning.ofGlobal(name);
            findings.mention(replaced.what());
            findings.lose(replaced);
        } else {
            findings.lose(table);
        }
    }
}
