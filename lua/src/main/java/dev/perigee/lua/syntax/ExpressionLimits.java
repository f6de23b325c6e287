package dev.perigee.lua.syntax;

import dev.perigee.lua.syntax.Operand.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link CompilerLimits} for expressions. */
final class ExpressionLimits {
    private static final int FIELDS_PER_FLUSH = 50;

    private final CompilerLimits limits;

    ExpressionLimits(CompilerLimits limits) {
        this.limits = limits;
    }

    /** What is compiled after what it leans on: of each expression that is under way, the last one first. */
    private final List<Expression> spine = new ArrayList<>();

    private Registers registers() {
        return limits.registers();
    }

    /** All values but the last go to registers; the last is returned, or a void operand when there is none. */
    Operand list(List<Expression> values) {
        Operand last = registers().operands().of(Kind.VOID, 0);
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                registers().toNextRegister(last);
            }
            last = compile(values.get(i));
        }
        return last;
    }

    Operand compile(Expression expression) {
        int mark = spine.size();
        Expression first = expression;
        for (Expression left = first.leaning(); left != null; left = first.leaning()) {
            spine.add(first);
            first = left;
        }
        Operand operand = leaf(first);
        while (spine.size() > mark) {
            operand = extended(spine.remove(spine.size() - 1), operand);
        }
        return operand;
    }

    private Operand leaf(Expression expression) {
        limits.at(expression);
        if (expression instanceof Expression.Variable variable) {
            return limits.function().variable(variable.name());
        }
        if (expression instanceof Expression.StringLiteral string) {
            String text = string.value().text();
            return registers().string(text != null ? text : string.value());
        }
        if (expression instanceof Expression.NumberLiteral number) {
            return registers().operands().ofNumber(number.value());
        }
        if (expression instanceof Expression.BooleanLiteral literal) {
            return registers().operands().of(literal.value() ? Kind.TRUE : Kind.FALSE, 0);
        }
        if (expression instanceof Expression.TableConstructor table) {
            return table(table);
        }
        if (expression instanceof Expression.Function function) {
            return limits.functionBody(function);
        }
        if (expression instanceof Expression.Unary unary) {
            Operand operand = compile(unary.operand());
            registers().prefix(unary.operator(), operand);
            return operand;
        }
        if (expression instanceof Expression.Parenthesized parenthesized) {
            Operand inner = compile(parenthesized.inner());
            registers().discharge(inner);
            return inner;
        }
        return registers().operands().of(expression instanceof Expression.Vararg ? Kind.VARARG : Kind.NIL, 0);
    }

    private Operand extended(Expression expression, Operand left) {
        Registers registers = registers();
        if (expression instanceof Expression.Binary binary) {
            registers.infix(binary.operator(), left);
            return registers.postfix(binary.operator(), left, compile(binary.right()));
        }
        limits.at(expression);
        if (expression instanceof Expression.Field field) {
            registers.toAnyRegister(left);
            registers.index(left, registers.string(field.name().text()));
        } else if (expression instanceof Expression.Index index) {
            registers.toAnyRegister(left);
            Operand key = compile(index.key());
            registers.toValue(key);
            registers.index(left, key);
        } else if (expression instanceof Expression.Call call) {
            registers.toNextRegister(left);
            call(left, call.arguments());
        } else if (expression instanceof Expression.MethodCall call) {
            registers.self(left, registers.string(call.method().text()));
            call(left, call.arguments());
        }
        return left;
    }

    private void call(Operand function, List<Expression> arguments) {
        Operand last = list(arguments);
        if (last.hasManyValues()) {
            registers().toManyValues(last);
        } else if (last.kind != Kind.VOID) {
            registers().toNextRegister(last);
        }
        function.kind = Kind.CALL;
        registers().setFree(function.index + 1);
    }

    private Operand table(Expression.TableConstructor constructor) {
        Registers registers = registers();
        Operand table = registers.operands().relocatable();
        registers.toNextRegister(table);
        Operand pending = null;
        int stored = 0;
        for (TableField field : constructor.fields()) {
            if (pending != null) {
                registers.toNextRegister(pending);
                pending = null;
                if (stored == FIELDS_PER_FLUSH) {
                    registers.setFree(table.index + 1);
                    stored = 0;
                }
            }
            if (field instanceof TableField.Positional) {
                pending = compile(field.value());
                stored++;
            } else {
                keyed(field);
            }
        }
        if (stored > 0) {
            lastField(pending);
            registers.setFree(table.index + 1);
        }
        return table;
    }

    private void lastField(@Nullable Operand pending) {
        if (pending == null) {
            return;
        }
        if (pending.hasManyValues()) {
            registers().toManyValues(pending);
        } else {
            registers().toNextRegister(pending);
        }
    }

    private void keyed(TableField field) {
        Registers registers = registers();
        int free = registers.free();
        Operand key;
        if (field instanceof TableField.Keyed keyed) {
            key = compile(keyed.key());
            registers.toValue(key);
        } else {
            String name = field instanceof TableField.Named named ? named.name().text() : "";
            key = registers.string(name);
        }
        registers.toRegisterOrConstant(key);
        registers.toRegisterOrConstant(compile(field.value()));
        registers.setFree(free);
    }
}
