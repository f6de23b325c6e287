package dev.perigee.processor.check;

import dev.perigee.lua.check.Settings;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.ScriptMethod;
import java.util.List;

/** Verifies one thing of a method and its script. */
@FunctionalInterface
public interface MethodCheck {

    /** All checks, in the order in which their findings are reported. */
    static List<MethodCheck> all(Settings settings) {
        return List.of(
                new SyntaxCheck(),
                new LengthCheck(),
                new IndexCheck(),
                new UnusedInputCheck(),
                new HashTagCheck(),
                new SlotCheck(),
                new ScriptRulesCheck(settings),
                new DerivedKeyCheck(settings),
                new ArgumentNamesCheck(),
                new TextAsNumberCheck(),
                new DigitsLostCheck(),
                new ReadOnlyCheck(),
                new ExactlyOnceCheck(),
                new ReplyCheck(settings),
                new ScriptErrorCheck());
    }

    /** Reports what is wrong. */
    void check(ScriptMethod method, Report report);
}
