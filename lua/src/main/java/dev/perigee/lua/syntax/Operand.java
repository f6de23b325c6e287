package dev.perigee.lua.syntax;

/** Where Lua's compiler would have the value of an expression while it reads on. Changes as code is generated. */
final class Operand {
    enum Kind {
        VOID,
        NIL,
        TRUE,
        FALSE,
        STRING,
        NUMBER,
        LOCAL,
        UPVALUE,
        GLOBAL,
        INDEXED,
        JUMP,
        RELOCATABLE,
        FIXED,
        CALL,
        VARARG
    }

    /** The instructions that the compiler treats differently when it meets them again. */
    enum Instruction {
        NOT,
        CONCAT,
        OTHER
    }

    Kind kind = Kind.VOID;
    /** A register, or the index of a constant. */
    int index;
    /** The register or constant of an indexed value's key. */
    int key;

    double number;
    Instruction instruction = Instruction.OTHER;
    boolean jumpsIfTrue;
    boolean jumpsIfFalse;

    /** Makes it a new one. */
    void begin(Kind newKind, int newIndex) {
        kind = newKind;
        index = newIndex;
        key = 0;
        number = 0;
        instruction = Instruction.OTHER;
        jumpsIfTrue = false;
        jumpsIfFalse = false;
    }

    boolean hasJumps() {
        return jumpsIfTrue || jumpsIfFalse;
    }

    boolean isNumeral() {
        return kind == Kind.NUMBER && !hasJumps();
    }

    boolean hasManyValues() {
        return kind == Kind.CALL || kind == Kind.VARARG;
    }

    void becomeFixed(int register) {
        kind = Kind.FIXED;
        index = register;
    }

    void becomeRelocatable(Instruction by) {
        kind = Kind.RELOCATABLE;
        instruction = by;
    }
}
