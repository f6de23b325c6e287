package dev.perigee.processor.check;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Arithmetic;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the arguments that a script calculates with. */
final class Operands {

    /**
     * An argument in a calculation.
     *
     * @param index its place in ARGV, from 1
     * @param operation the calculation
     * @param operand where it stands
     */
    record Operand(int index, Arithmetic operation, Argument operand) {}

    private Operands() {}

    /** The arguments that have a known place, in the order of the text. */
    static List<Operand> of(ScriptFacts facts) {
        List<Operand> operands = new ArrayList<>();
        for (Arithmetic operation : facts.arithmetic()) {
            if (operation.operator().equals("for")) {
                // The bounds of a loop are counted to, and not calculated with.
                continue;
            }
            for (Argument operand : operation.operands()) {
                for (Atom atom : operand.value().atoms()) {
                    int index = index(atom);
                    if (index > 0) {
                        operands.add(new Operand(index, operation, operand));
                    }
                }
            }
        }
        return operands;
    }

    /** The place of the argument that an operand is; 0 if it is none. */
    private static int index(Atom atom) {
        @Nullable Source source = null;
        if (atom instanceof Atom.Text text) {
            source = text.only();
        } else if (atom instanceof Atom.Numeric number && !number.shifted()) {
            source = number.source();
        }
        return source instanceof Source.Argument argument ? argument.index() : 0;
    }
}
