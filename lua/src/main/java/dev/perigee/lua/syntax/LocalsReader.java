package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names to local variables by Lua's scoping rules (Lua 5.1 manual, section 2.6). Takes one statement of the script
 * after another, each as soon as it is parsed, as {@link CompilerLimits} does.
 */
final class LocalsReader {
    private static final Set<String> MUTATORS = Set.of("insert", "remove", "sort", "setmetatable", "rawset");

    private final Locals locals;
    private final Map<String, Local> visible = new HashMap<>();
    private final List<Local> declared = new ArrayList<>();

    /** What is read after what it leans on: of each expression that is under way, the last one first. */
    private final List<Expression> spine = new ArrayList<>();

    /** The offsets of the loops around. */
    private int[] loops = new int[16];

    private int loopDepth;
    private int function = Local.MAIN;

    LocalsReader(int textLength) {
        locals = new Locals(textLength);
    }

    /** Goes on with the next statement of the script. */
    void read(Statement next) {
        statement(next);
    }

    /** What the names in all statements mean that were read. */
    Locals locals() {
        return locals;
    }

    private void block(Block block) {
        int mark = declared.size();
        statements(block);
        leave(mark);
    }

    private void statements(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            statement(statements.get(i));
        }
    }

    private void leave(int mark) {
        while (declared.size() > mark) {
            Local local = declared.remove(declared.size() - 1);
            if (local.hidden() == null) {
                visible.remove(local.name());
            } else {
                visible.put(local.name(), local.hidden());
            }
        }
    }

    private void enterLoop(int offset) {
        if (loopDepth == loops.length) {
            loops = Arrays.copyOf(loops, loopDepth * 2);
        }
        loops[loopDepth++] = offset;
    }

    private int innermostLoop() {
        return loopDepth == 0 ? -1 : loops[loopDepth - 1];
    }

    private void declare(List<Name> names) {
        for (int i = 0; i < names.size(); i++) {
            declare(names.get(i));
        }
    }

    private void declare(Name name) {
        declare(name.text(), name.span().start());
    }

    private void declare(String name, int offset) {
        Local local = new Local(name, offset, function, innermostLoop(), visible.get(name));
        locals.declare(offset, local);
        visible.put(name, local);
        declared.add(local);
    }

    private @Nullable Local find(String name) {
        return visible.get(name);
    }

    private void statement(Statement statement) {
        locals.countNode();
        if (statement instanceof Statement.Local local) {
            expressions(local.values());
            declare(local.names());
        } else if (statement instanceof Statement.CallStatement call) {
            expression(call.call());
        } else if (statement instanceof Statement.Assignment assignment) {
            expressions(assignment.values());
            for (int i = 0; i < assignment.targets().size(); i++) {
                target(assignment.targets().get(i));
            }
        } else if (statement instanceof Statement.Return result) {
            expressions(result.values());
        } else if (statement instanceof Statement.LocalFunction local) {
            declare(local.name());
            function(local.function());
        } else if (statement instanceof Statement.FunctionDeclaration declaration) {
            target(declaration.target());
            function(declaration.function());
        } else {
            compound(statement);
        }
    }

    private void compound(Statement statement) {
        if (statement instanceof Statement.If branches) {
            for (IfClause clause : branches.clauses()) {
                expression(clause.condition());
                block(clause.block());
            }
            Block otherwise = branches.otherwise();
            if (otherwise != null) {
                block(otherwise);
            }
        } else if (statement instanceof Statement.Do body) {
            block(body.block());
        } else if (statement instanceof Statement.While loop) {
            enterLoop(loop.span().start());
            expression(loop.condition());
            block(loop.block());
            loopDepth--;
        } else if (statement instanceof Statement.Repeat loop) {
            enterLoop(loop.span().start());
            int mark = declared.size();
            statements(loop.block());
            expression(loop.condition());
            leave(mark);
            loopDepth--;
        } else if (statement instanceof Statement.NumericFor loop) {
            expression(loop.start());
            expression(loop.limit());
            Expression step = loop.step();
            if (step != null) {
                expression(step);
            }
            forBlock(loop.span().start(), List.of(loop.variable()), loop.block());
        } else if (statement instanceof Statement.GenericFor loop) {
            expressions(loop.values());
            forBlock(loop.span().start(), loop.variables(), loop.block());
        }
    }

    private void forBlock(int offset, List<Name> variables, Block block) {
        enterLoop(offset);
        int mark = declared.size();
        declare(variables);
        statements(block);
        leave(mark);
        loopDepth--;
    }

    private void function(Expression.Function body) {
        int outer = function;
        function = body.span().start();
        int mark = declared.size();
        if (body.self()) {
            declare("self", body.span().start());
        }
        declare(body.parameters());
        if (body.vararg() != null) {
            declare("arg", body.vararg().start());
        }
        statements(body.body());
        leave(mark);
        function = outer;
    }

    private void target(Expression target) {
        if (target instanceof Expression.Variable variable) {
            Local local = find(variable.name());
            if (local != null) {
                locals.use(variable.span().start(), local);
                local.assign(function);
                inLoops(local);
            }
            return;
        }
        mutate(root(target), target.span().start());
        expression(target);
    }

    private void inLoops(Local local) {
        for (int i = loopDepth - 1; i >= 0 && loops[i] > local.declared(); i--) {
            locals.assignInLoop(loops[i], local);
        }
    }

    private void mutate(Expression table, int offset) {
        Local local = table instanceof Expression.Variable variable ? find(variable.name()) : null;
        if (local != null) {
            local.mutate(function, offset, innermostLoop());
            inLoops(local);
        }
    }

    /** What a chain of fields and indexes begins with. */
    private static Expression root(Expression target) {
        Expression root = target;
        while (root instanceof Expression.Field || root instanceof Expression.Index) {
            root = root instanceof Expression.Field field ? field.target() : ((Expression.Index) root).target();
        }
        return root;
    }

    private void expressions(List<Expression> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            expression(expressions.get(i));
        }
    }

    private void expression(Expression expression) {
        int mark = spine.size();
        Expression first = expression;
        for (Expression left = first.leaning(); left != null; left = first.leaning()) {
            spine.add(first);
            first = left;
        }
        leaf(first);
        while (spine.size() > mark) {
            extension(spine.remove(spine.size() - 1));
        }
    }

    private void leaf(Expression expression) {
        locals.countNode();
        if (expression instanceof Expression.Variable variable) {
            Local local = find(variable.name());
            if (local != null) {
                locals.use(variable.span().start(), local);
                local.use(function);
            }
        } else if (expression instanceof Expression.Parenthesized parenthesized) {
            expression(parenthesized.inner());
        } else if (expression instanceof Expression.Unary unary) {
            expression(unary.operand());
        } else if (expression instanceof Expression.Function body) {
            function(body);
        } else if (expression instanceof Expression.TableConstructor table) {
            for (TableField field : table.fields()) {
                if (field instanceof TableField.Keyed keyed) {
                    expression(keyed.key());
                }
                expression(field.value());
            }
        }
    }

    private void extension(Expression expression) {
        locals.countNode();
        if (expression instanceof Expression.Index index) {
            expression(index.key());
        } else if (expression instanceof Expression.Call call) {
            if (isMutator(call.function()) && !call.arguments().isEmpty()) {
                mutate(call.arguments().get(0), call.span().start());
            }
            expressions(call.arguments());
        } else if (expression instanceof Expression.MethodCall call) {
            mutate(call.receiver(), call.span().start());
            expressions(call.arguments());
        } else if (expression instanceof Expression.Binary binary) {
            expression(binary.right());
        }
    }

    /** Whether a function is called by a name that those have which change the table they get. */
    private static boolean isMutator(Expression function) {
        if (function instanceof Expression.Field field) {
            return MUTATORS.contains(field.name().text());
        }
        return function instanceof Expression.Variable;
    }
}
