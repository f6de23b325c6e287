package dev.perigee.lua.syntax;

import dev.perigee.lua.syntax.Operand.Instruction;
import dev.perigee.lua.syntax.Operand.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * How Lua 5.1's code generator uses the registers and constants of one function: the part of it that decides whether a
 * function is too complex. A constant beyond the 256th needs a register where the others need none.
 */
final class Registers {
    private static final int MAX_REGISTERS = 250;
    private static final int MAX_CONSTANTS = 262_143;
    private static final int CONSTANT = 256;
    private static final Object NIL = new Object();

    private final Map<Object, Integer> constants = new HashMap<>();
    private final Operands operands;
    private int free;
    private int locals;

    Registers(Operands operands) {
        this.operands = operands;
    }

    Operands operands() {
        return operands;
    }

    int free() {
        return free;
    }

    int locals() {
        return locals;
    }

    void setLocals(int count) {
        locals = count;
    }

    void setFree(int register) {
        free = register;
    }

    void releaseTemporaries() {
        free = locals;
    }

    void check(int count) {
        if (free + count >= MAX_REGISTERS) {
            throw new LimitExceeded(
                    "function or expression too complex: it needs more than " + (MAX_REGISTERS - 1) + " registers",
                    "use fewer locals, arguments or operands at once; put values into a table");
        }
    }

    void reserve(int count) {
        check(count);
        free += count;
    }

    private void release(int register) {
        if (register < CONSTANT && register >= locals) {
            free--;
        }
    }

    void release(Operand operand) {
        if (operand.kind == Kind.FIXED) {
            release(operand.index);
        }
    }

    int constant(Object value) {
        Integer known = constants.get(value);
        if (known != null) {
            return known;
        }
        int index = constants.size();
        if (index >= MAX_CONSTANTS) {
            throw new LimitExceeded("too many constants in one function", "Lua allows " + MAX_CONSTANTS);
        }
        constants.put(value, index);
        return index;
    }

    private int number(double value) {
        return constant(value == 0 ? 0.0 : value);
    }

    void loadNumber(double value) {
        number(value);
        reserve(1);
    }

    Operand string(Object value) {
        return operands.of(Kind.STRING, constant(value));
    }

    /** Settles what a variable, index or call gives: one value. */
    void discharge(Operand e) {
        switch (e.kind) {
            case LOCAL -> e.kind = Kind.FIXED;
            case UPVALUE, GLOBAL -> e.becomeRelocatable(Instruction.OTHER);
            case INDEXED -> {
                release(e.key);
                release(e.index);
                e.becomeRelocatable(Instruction.OTHER);
            }
            case CALL, VARARG -> toOneValue(e);
            default -> {}
        }
    }

    void toOneValue(Operand e) {
        if (e.kind == Kind.CALL) {
            e.kind = Kind.FIXED;
        } else if (e.kind == Kind.VARARG) {
            e.becomeRelocatable(Instruction.OTHER);
        }
    }

    /** Leaves a call or {@code ...} open for any number of values. */
    void toManyValues(Operand e) {
        if (e.kind == Kind.VARARG) {
            reserve(1);
        }
    }

    private void load(Operand e, int register) {
        discharge(e);
        if (e.kind == Kind.NUMBER) {
            number(e.number);
        }
        if (e.kind != Kind.VOID && e.kind != Kind.JUMP) {
            e.becomeFixed(register);
        }
    }

    private void loadAnywhere(Operand e) {
        if (e.kind != Kind.FIXED) {
            reserve(1);
            load(e, free - 1);
        }
    }

    private void toRegister(Operand e, int register) {
        load(e, register);
        e.jumpsIfTrue = false;
        e.jumpsIfFalse = false;
        e.becomeFixed(register);
    }

    void toNextRegister(Operand e) {
        discharge(e);
        release(e);
        reserve(1);
        toRegister(e, free - 1);
    }

    int toAnyRegister(Operand e) {
        discharge(e);
        if (e.kind == Kind.FIXED) {
            if (!e.hasJumps()) {
                return e.index;
            }
            if (e.index >= locals) {
                toRegister(e, e.index);
                return e.index;
            }
        }
        toNextRegister(e);
        return e.index;
    }

    void toValue(Operand e) {
        if (e.hasJumps()) {
            toAnyRegister(e);
        } else {
            discharge(e);
        }
    }

    /** To a register, or a constant that an instruction can name. */
    int toRegisterOrConstant(Operand e) {
        toValue(e);
        boolean room = constants.size() < CONSTANT;
        switch (e.kind) {
            case NUMBER -> {
                if (room) {
                    return toConstant(e, number(e.number));
                }
            }
            case NIL -> {
                if (room) {
                    return toConstant(e, constant(NIL));
                }
            }
            case TRUE, FALSE -> {
                if (room) {
                    return toConstant(e, constant(e.kind == Kind.TRUE));
                }
            }
            case STRING -> {
                if (e.index < CONSTANT) {
                    return CONSTANT + e.index;
                }
            }
            default -> {}
        }
        return toAnyRegister(e);
    }

    private static int toConstant(Operand e, int index) {
        e.kind = Kind.STRING;
        e.index = index;
        return CONSTANT + index;
    }

    void index(Operand table, Operand key) {
        table.key = toRegisterOrConstant(key);
        table.kind = Kind.INDEXED;
    }

    void store(Operand variable, Operand value) {
        switch (variable.kind) {
            case LOCAL -> {
                release(value);
                toRegister(value, variable.index);
                return;
            }
            case INDEXED -> toRegisterOrConstant(value);
            default -> toAnyRegister(value);
        }
        release(value);
    }

    void self(Operand receiver, Operand method) {
        toAnyRegister(receiver);
        release(receiver);
        int function = free;
        reserve(2);
        toRegisterOrConstant(method);
        release(method);
        receiver.becomeFixed(function);
    }

    void prefix(UnaryOperator operator, Operand e) {
        switch (operator) {
            case NOT -> not(e);
            case LENGTH -> {
                toAnyRegister(e);
                release(e);
                e.becomeRelocatable(Instruction.OTHER);
            }
            case NEGATE -> {
                if (e.isNumeral()) {
                    e.number = -e.number;
                } else {
                    toAnyRegister(e);
                    release(e);
                    e.becomeRelocatable(Instruction.OTHER);
                }
            }
        }
    }

    private void not(Operand e) {
        discharge(e);
        switch (e.kind) {
            case NIL, FALSE -> e.kind = Kind.TRUE;
            case STRING, NUMBER, TRUE -> e.kind = Kind.FALSE;
            case RELOCATABLE, FIXED -> {
                loadAnywhere(e);
                release(e);
                e.becomeRelocatable(Instruction.NOT);
            }
            default -> {}
        }
        boolean jumpsIfTrue = e.jumpsIfTrue;
        e.jumpsIfTrue = e.jumpsIfFalse;
        e.jumpsIfFalse = jumpsIfTrue;
    }

    private void jumpOn(Operand e) {
        if (e.kind != Kind.RELOCATABLE || e.instruction != Instruction.NOT) {
            loadAnywhere(e);
            release(e);
        }
    }

    void goIfTrue(Operand e) {
        discharge(e);
        boolean always = e.kind == Kind.STRING || e.kind == Kind.NUMBER || e.kind == Kind.TRUE;
        if (!always) {
            if (e.kind != Kind.JUMP) {
                jumpOn(e);
            }
            e.jumpsIfFalse = true;
        }
        e.jumpsIfTrue = false;
    }

    private void goIfFalse(Operand e) {
        discharge(e);
        if (e.kind != Kind.NIL && e.kind != Kind.FALSE) {
            if (e.kind != Kind.JUMP) {
                jumpOn(e);
            }
            e.jumpsIfTrue = true;
        }
        e.jumpsIfFalse = false;
    }

    /** After the left operand, before the right one. */
    void infix(BinaryOperator operator, Operand left) {
        switch (operator) {
            case AND -> goIfTrue(left);
            case OR -> goIfFalse(left);
            case CONCAT -> toNextRegister(left);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER -> {
                if (!left.isNumeral()) {
                    toRegisterOrConstant(left);
                }
            }
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> toRegisterOrConstant(left);
        }
    }

    /** After both operands. Returns the whole. */
    Operand postfix(BinaryOperator operator, Operand left, Operand right) {
        switch (operator) {
            case AND -> {
                discharge(right);
                right.jumpsIfFalse |= left.jumpsIfFalse;
                return right;
            }
            case OR -> {
                discharge(right);
                right.jumpsIfTrue |= left.jumpsIfTrue;
                return right;
            }
            case CONCAT -> concat(left, right);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER -> arithmetic(operator, left, right);
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> compare(left, right);
        }
        return left;
    }

    private void concat(Operand left, Operand right) {
        toValue(right);
        if (right.kind == Kind.RELOCATABLE && right.instruction == Instruction.CONCAT) {
            release(left);
        } else {
            toNextRegister(right);
            release(right);
            release(left);
        }
        left.becomeRelocatable(Instruction.CONCAT);
    }

    private void arithmetic(BinaryOperator operator, Operand left, Operand right) {
        if (left.isNumeral() && right.isNumeral()) {
            double folded = ConstantFolding.fold(operator, left.number, right.number);
            if (!Double.isNaN(folded)) {
                left.number = folded;
                return;
            }
        }
        toRegisterOrConstant(right);
        toRegisterOrConstant(left);
        release(left);
        release(right);
        left.becomeRelocatable(Instruction.OTHER);
    }

    private void compare(Operand left, Operand right) {
        toRegisterOrConstant(left);
        toRegisterOrConstant(right);
        release(right);
        release(left);
        left.kind = Kind.JUMP;
    }
}
