package dev.perigee.lua.syntax;

import dev.perigee.lua.syntax.Operand.Kind;
import java.util.ArrayList;
import java.util.List;

/** Operands that are used again: none outlives the statement it was made in. */
final class Operands {
    private final List<Operand> all = new ArrayList<>();
    private int used;

    /** How many are in use. */
    int mark() {
        return used;
    }

    /** Ends the use of all that were made since a mark. */
    void release(int mark) {
        used = mark;
    }

    Operand of(Kind kind, int index) {
        if (used == all.size()) {
            all.add(new Operand());
        }
        Operand operand = all.get(used++);
        operand.begin(kind, index);
        return operand;
    }

    Operand ofNumber(double value) {
        Operand operand = of(Kind.NUMBER, 0);
        operand.number = value;
        return operand;
    }

    Operand relocatable() {
        return of(Kind.RELOCATABLE, 0);
    }
}
