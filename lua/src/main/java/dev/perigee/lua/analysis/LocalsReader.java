package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Block;
import dev.perigee.lua.syntax.Chunk;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.IfClause;
import dev.perigee.lua.syntax.Name;
import dev.perigee.lua.syntax.Statement;
import dev.perigee.lua.syntax.TableField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves names to local variables by Lua's scoping rules. Lua 5.1 manual, section 2.6. */
final class LocalsReader {
    private static final Set<String> MUTATORS = Set.of("insert", "remove", "sort", "setmetatable", "rawset");

    private final Locals locals;
    private final Map<String, Deque<Local>> inScope = new HashMap<>();
    private final List<Local> declared = new ArrayList<>();
    private final Deque<Integer> loops = new ArrayDeque<>();
    private int function = Frame.MAIN;

    private LocalsReader(int textLength) {
        locals = new Locals(textLength);
    }

    static Locals read(Chunk chunk) {
        LocalsReader reader = new LocalsReader(chunk.span().end());
        reader.block(chunk.block());
        return reader.locals;
    }

    private void block(Block block) {
        int mark = declared.size();
        block.statements().forEach(this::statement);
        leave(mark);
    }

    private void leave(int mark) {
        while (declared.size() > mark) {
            Local local = declared.remove(declared.size() - 1);
            scopes(local.name()).pop();
        }
    }

    private Deque<Local> scopes(String name) {
        return inScope.computeIfAbsent(name, key -> new ArrayDeque<>());
    }

    private void declare(Name name) {
        declare(name.text(), name.span().start());
    }

    private void declare(String name, int offset) {
        Local local = new Local(name, offset, function, loops.isEmpty() ? -1 : loops.peek());
        locals.declare(offset, local);
        scopes(name).push(local);
        declared.add(local);
    }

    private @Nullable Local find(String name) {
        return scopes(name).peek();
    }

    private void statement(Statement statement) {
        locals.countNode();
        if (statement instanceof Statement.Local local) {
            expressions(local.values());
            local.names().forEach(this::declare);
        } else if (statement instanceof Statement.CallStatement call) {
            expression(call.call());
        } else if (statement instanceof Statement.Assignment assignment) {
            expressions(assignment.values());
            assignment.targets().forEach(this::target);
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
            loops.push(loop.span().start());
            expression(loop.condition());
            block(loop.block());
            loops.pop();
        } else if (statement instanceof Statement.Repeat loop) {
            loops.push(loop.span().start());
            int mark = declared.size();
            loop.block().statements().forEach(this::statement);
            expression(loop.condition());
            leave(mark);
            loops.pop();
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
        loops.push(offset);
        int mark = declared.size();
        variables.forEach(this::declare);
        block.statements().forEach(this::statement);
        leave(mark);
        loops.pop();
    }

    private void function(Expression.Function body) {
        int outer = function;
        function = body.span().start();
        int mark = declared.size();
        if (body.self()) {
            declare("self", body.span().start());
        }
        body.parameters().forEach(this::declare);
        if (body.vararg() != null) {
            declare("arg", body.vararg().start());
        }
        body.body().statements().forEach(this::statement);
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
        for (int loop : loops) {
            if (loop <= local.declared()) {
                break;
            }
            locals.assignInLoop(loop, local);
        }
    }

    private void mutate(Expression table, int offset) {
        Local local = table instanceof Expression.Variable variable ? find(variable.name()) : null;
        if (local != null) {
            local.mutate(function, offset, loops.isEmpty() ? -1 : loops.peek());
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
        expressions.forEach(this::expression);
    }

    private void expression(Expression expression) {
        if (expression.leaning() == null) {
            leaf(expression);
            return;
        }
        List<Expression> spine = expression.leftSpine();
        leaf(spine.get(spine.size() - 1));
        for (int i = spine.size() - 2; i >= 0; i--) {
            extension(spine.get(i));
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
