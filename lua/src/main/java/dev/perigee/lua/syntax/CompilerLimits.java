package dev.perigee.lua.syntax;

import dev.perigee.lua.syntax.Operand.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the limits of Lua 5.1's compiler on a script that has no syntax error: 200 locals and 60 upvalues a function, 249
 * registers, and what else makes a function too complex. It does what the compiler does, in its order, but generates
 * nothing. Nesting is the parser's business.
 *
 * <p>Takes one statement of the script after another, each as soon as it is parsed: the tree of a long script does not fit
 * into the processor's caches.
 */
final class CompilerLimits {
    private final Operands operands = new Operands();
    private CompiledFunction function = new CompiledFunction(null, operands);
    private final ExpressionLimits expressions = new ExpressionLimits(this);
    private Span current = new Span(0, 0);
    private @Nullable SyntaxError error;

    /** Goes on with the next statement of the script, unless there was an error before. */
    void check(Statement next) {
        if (error != null) {
            return;
        }
        try {
            whole(next);
        } catch (LimitExceeded e) {
            error = new SyntaxError(current, String.valueOf(e.getMessage()), e.help());
        }
    }

    /** The first error in what was checked. */
    Optional<SyntaxError> error() {
        return Optional.ofNullable(error);
    }

    CompiledFunction function() {
        return function;
    }

    Registers registers() {
        return function.registers();
    }

    void at(Node node) {
        current = node.span();
    }

    private void declare(List<Name> names) {
        for (int i = 0; i < names.size(); i++) {
            declare(names.get(i));
        }
    }

    private void declare(Name name) {
        at(name);
        function.declare(name.text());
    }

    Operand functionBody(Expression.Function body) {
        CompiledFunction enclosing = function;
        function = new CompiledFunction(enclosing, operands);
        if (body.self()) {
            function.declare("self");
            function.activate(1);
        }
        declare(body.parameters());
        if (body.vararg() != null) {
            function.declare("arg");
        }
        function.activate(body.parameters().size() + (body.vararg() == null ? 0 : 1));
        registers().reserve(function.activeLocals());
        statements(body.body());
        function.endScope(0);
        function = enclosing;
        function.addFunction();
        return operands.relocatable();
    }

    private void statements(Block block) {
        for (int i = 0; i < block.statements().size(); i++) {
            whole(block.statements().get(i));
        }
    }

    private void whole(Statement statement) {
        int mark = operands.mark();
        at(statement);
        statement(statement);
        registers().releaseTemporaries();
        operands.release(mark);
    }

    private void block(@Nullable Block block) {
        if (block != null) {
            int outside = function.activeLocals();
            statements(block);
            function.endScope(outside);
        }
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Local local) {
            local(local);
        } else if (statement instanceof Statement.CallStatement call) {
            expressions.compile(call.call());
        } else if (statement instanceof Statement.Assignment assignment) {
            assignment(assignment);
        } else if (statement instanceof Statement.If branches) {
            for (IfClause clause : branches.clauses()) {
                condition(clause.condition());
                block(clause.block());
            }
            block(branches.otherwise());
        } else if (statement instanceof Statement.Return result) {
            returned(result);
        } else if (statement instanceof Statement.LocalFunction local) {
            localFunction(local);
        } else if (statement instanceof Statement.FunctionDeclaration declaration) {
            Operand target = expressions.compile(declaration.target());
            registers().store(target, functionBody(declaration.function()));
        } else if (statement instanceof Statement.Do body) {
            block(body.block());
        } else {
            loop(statement);
        }
    }

    private void loop(Statement statement) {
        if (statement instanceof Statement.While loop) {
            condition(loop.condition());
            block(loop.block());
        } else if (statement instanceof Statement.Repeat loop) {
            int outside = function.activeLocals();
            statements(loop.block());
            condition(loop.condition());
            function.endScope(outside);
        } else if (statement instanceof Statement.NumericFor loop) {
            numericFor(loop);
        } else if (statement instanceof Statement.GenericFor loop) {
            genericFor(loop);
        }
    }

    private void condition(Expression condition) {
        Operand operand = expressions.compile(condition);
        if (operand.kind == Kind.NIL) {
            operand.kind = Kind.FALSE;
        }
        registers().goIfTrue(operand);
    }

    private void local(Statement.Local local) {
        declare(local.names());
        Operand last = expressions.list(local.values());
        adjust(local.names().size(), local.values().size(), last);
        function.activate(local.names().size());
    }

    private void localFunction(Statement.LocalFunction local) {
        declare(local.name());
        int register = registers().free();
        registers().reserve(1);
        function.activate(1);
        registers().store(operands.of(Kind.LOCAL, register), functionBody(local.function()));
    }

    /** Brings a list of values to the number of variables. */
    private void adjust(int variables, int values, Operand last) {
        Registers registers = registers();
        int extra = variables - values;
        if (last.hasManyValues()) {
            extra = Math.max(extra + 1, 0);
            if (last.kind == Kind.VARARG) {
                registers.reserve(1);
            }
            if (extra > 1) {
                registers.reserve(extra - 1);
            }
            return;
        }
        if (last.kind != Kind.VOID) {
            registers.toNextRegister(last);
        }
        if (extra > 0) {
            registers.reserve(extra);
        }
    }

    private void assignment(Statement.Assignment assignment) {
        List<Operand> targets = new ArrayList<>();
        for (Expression expression : assignment.targets()) {
            Operand target = expressions.compile(expression);
            if (target.kind == Kind.LOCAL) {
                saveLocal(targets, target);
            }
            targets.add(target);
        }
        Registers registers = registers();
        int values = assignment.values().size();
        Operand last = expressions.list(assignment.values());
        int next = targets.size() - 1;
        if (values == targets.size()) {
            registers.toOneValue(last);
            registers.store(targets.get(next--), last);
        } else {
            adjust(targets.size(), values, last);
            registers.setFree(registers.free() - Math.max(values - targets.size(), 0));
        }
        for (; next >= 0; next--) {
            registers.store(targets.get(next), operands.of(Kind.FIXED, registers.free() - 1));
        }
    }

    /** A local that an earlier target of the same assignment is indexed by, or with, is copied first. */
    private void saveLocal(List<Operand> earlier, Operand local) {
        int copy = registers().free();
        boolean conflict = false;
        for (Operand target : earlier) {
            if (target.kind != Kind.INDEXED) {
                continue;
            }
            if (target.index == local.index) {
                conflict = true;
                target.index = copy;
            }
            if (target.key == local.index) {
                conflict = true;
                target.key = copy;
            }
        }
        if (conflict) {
            registers().reserve(1);
        }
    }

    private void returned(Statement.Return result) {
        if (result.values().isEmpty()) {
            return;
        }
        Operand last = expressions.list(result.values());
        if (last.hasManyValues()) {
            registers().toManyValues(last);
        } else if (result.values().size() == 1) {
            registers().toAnyRegister(last);
        } else {
            registers().toNextRegister(last);
        }
    }

    private void declareControl() {
        for (int i = 0; i < 3; i++) {
            function.declare(null);
        }
    }

    private void numericFor(Statement.NumericFor loop) {
        int outside = function.activeLocals();
        declareControl();
        declare(loop.variable());
        registers().toNextRegister(expressions.compile(loop.start()));
        registers().toNextRegister(expressions.compile(loop.limit()));
        Expression step = loop.step();
        if (step == null) {
            registers().loadNumber(1);
        } else {
            registers().toNextRegister(expressions.compile(step));
        }
        forBody(loop.block(), 1, outside);
    }

    private void genericFor(Statement.GenericFor loop) {
        int outside = function.activeLocals();
        declareControl();
        declare(loop.variables());
        adjust(3, loop.values().size(), expressions.list(loop.values()));
        registers().check(3);
        forBody(loop.block(), loop.variables().size(), outside);
    }

    private void forBody(Block body, int variables, int outside) {
        function.activate(3);
        function.activate(variables);
        registers().reserve(variables);
        block(body);
        function.endScope(outside);
    }
}
