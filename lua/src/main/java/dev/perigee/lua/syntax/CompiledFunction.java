package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables and registers of one function while its limits are checked. */
final class CompiledFunction {
    private static final int MAX_LOCALS = 200;
    private static final int MAX_LOCALS_EVER = 32_767;
    private static final int MAX_UPVALUES = 60;
    private static final int MAX_FUNCTIONS = 262_143;

    /** A local variable of this function, and the one of the same name that it hides. */
    private record Local(
            @Nullable String name,
            CompiledFunction owner,
            int register,
            @Nullable Local hidden) {}

    private final @Nullable CompiledFunction enclosing;
    private final Map<String, Local> visible;
    private final List<Local> active = new ArrayList<>();
    private final List<@Nullable String> declared = new ArrayList<>();
    private final IdentityHashMap<Local, Integer> upvalues = new IdentityHashMap<>();
    private final Registers registers;
    private int localsEver;
    private int functions;

    CompiledFunction(@Nullable CompiledFunction enclosing, Operands operands) {
        this.registers = new Registers(operands);
        this.enclosing = enclosing;
        this.visible = enclosing == null ? new HashMap<>() : enclosing.visible;
    }

    Registers registers() {
        return registers;
    }

    /** Announces a local that {@link #activate} makes visible later; without a name for one of the compiler's own. */
    void declare(@Nullable String name) {
        if (active.size() + declared.size() + 1 > MAX_LOCALS) {
            throw new LimitExceeded(
                    "more than " + MAX_LOCALS + " local variables in a function",
                    "use fewer, in do … end blocks where they end, or put them into a table");
        }
        if (++localsEver > MAX_LOCALS_EVER) {
            throw new LimitExceeded("too many local variables", "Lua allows " + MAX_LOCALS_EVER + " in one function");
        }
        declared.add(name);
    }

    /** Makes the next declared locals visible. */
    void activate(int count) {
        List<@Nullable String> names = declared.subList(0, count);
        for (String name : names) {
            Local local = new Local(name, this, active.size(), name == null ? null : visible.get(name));
            active.add(local);
            if (name != null) {
                visible.put(name, local);
            }
        }
        names.clear();
        registers.setLocals(active.size());
    }

    int activeLocals() {
        return active.size();
    }

    /** Ends the scope of all locals but the first. */
    void endScope(int remaining) {
        while (active.size() > remaining) {
            Local local = active.remove(active.size() - 1);
            if (local.name() == null) {
                continue;
            }
            if (local.hidden() == null) {
                visible.remove(local.name());
            } else {
                visible.put(local.name(), local.hidden());
            }
        }
        registers.setLocals(remaining);
        registers.releaseTemporaries();
    }

    Operand variable(String name) {
        Local local = visible.get(name);
        if (local == null) {
            registers.constant(name);
            return registers.operands().of(Operand.Kind.GLOBAL, 0);
        }
        if (local.owner() == this) {
            return registers.operands().of(Operand.Kind.LOCAL, local.register());
        }
        capture(local);
        return registers.operands().of(Operand.Kind.UPVALUE, 0);
    }

    private void capture(Local local) {
        CompiledFunction outer = enclosing;
        if (upvalues.containsKey(local) || outer == null) {
            return;
        }
        if (local.owner() != outer) {
            outer.capture(local);
        }
        if (upvalues.size() + 1 > MAX_UPVALUES) {
            throw new LimitExceeded(
                    "a function uses more than " + MAX_UPVALUES + " locals of the functions around it",
                    "put them into a table");
        }
        upvalues.put(local, upvalues.size());
    }

    void addFunction() {
        if (++functions > MAX_FUNCTIONS) {
            throw new LimitExceeded("too many functions in one function", "Lua allows " + MAX_FUNCTIONS);
        }
    }
}
