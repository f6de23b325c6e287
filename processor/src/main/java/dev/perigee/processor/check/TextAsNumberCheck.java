package dev.perigee.processor.check;

import dev.perigee.lua.facts.Arithmetic;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Argument;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The script does not calculate with an argument whose type is no number. */
final class TextAsNumberCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null || !script.parsed().isValid()) {
            return;
        }
        Set<Integer> reported = new TreeSet<>();
        for (Arithmetic operation : script.facts().arithmetic()) {
            for (dev.perigee.lua.facts.Argument operand : operation.operands()) {
                for (Atom atom : operand.value().atoms()) {
                    int index = index(atom);
                    boolean isText = index > 0
                            && index <= method.arguments().size()
                            && method.arguments().get(index - 1).isText();
                    if (isText && reported.add(index)) {
                        Argument argument = method.arguments().get(index - 1);
                        report.add(Finding.of(
                                        InterfaceRule.TEXT_AS_NUMBER,
                                        argument.parameter().place(),
                                        "the script calculates with " + argument.name() + ", which is a text")
                                .inScript(script.source(), operand.span())
                                .help("give the parameter the type of a number"));
                    }
                }
            }
        }
    }

    /** The position of the argument that an operand is; 0 if it is none. */
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
