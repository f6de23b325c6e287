package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** All checks of a script. */
public final class ScriptChecks {

    private static final List<Check> ALL = List.of(
            new IndexCheck(),
            new UndeclaredKeyCheck(),
            new UndeclaredUnpackCheck(),
            new KeyAsValueCheck(),
            new KeyProfileCheck(),
            new CommandNameCheck(),
            new CommandTargetCheck(),
            new ClusterCommandCheck(),
            new CommandAllowedCheck(),
            new CommandArityCheck(),
            new CommandWordsCheck(),
            new CommandArgumentCheck(),
            new WholeNumberCheck(),
            new ExchangedArgumentsCheck(),
            new NilComparisonCheck(),
            new StatusComparisonCheck(),
            new IntegerConditionCheck(),
            new MixedComparisonCheck(),
            new BooleanComparisonCheck(),
            new GlobalCheck(),
            new SandboxCheck(),
            new ErrorArgumentCheck(),
            new FunctionArityCheck(),
            new RandomTokenCheck(),
            new InvalidCallCheck(),
            new OperandCheck(),
            new FloatReturnCheck(),
            new ArrayCutCheck(),
            new FieldsLostCheck(),
            new MixedRepliesCheck(),
            new InexactIntegerCheck(),
            new SeveralValuesCheck(),
            new MissingValueCheck(),
            new NumberAsTextCheck(),
            new ShebangCheck(),
            new EndlessLoopCheck(),
            new SlowCommandCheck(),
            new AdministrationCheck(),
            new UnboundedUnpackCheck());

    private ScriptChecks() {}

    /**
     * What is wrong with a script, in the order of its text. One rule reports a place once, even in a function that is called
     * from several places.
     */
    public static List<ScriptFinding> check(ScriptFacts facts, Settings settings) {
        List<Run> runs =
                ALL.stream().map(check -> new Run(check, new ArrayList<>())).toList();
        List<Run> ofCommands =
                runs.stream().filter(run -> run.check instanceof CommandCheck).toList();
        // All checks of a command at once, while it is at hand: the facts of a long script do not fit into caches.
        InputNames names = InputNames.of(facts);
        for (CommandUse use : facts.commands()) {
            Call call = Call.of(use, names);
            for (Run run : ofCommands) {
                ((CommandCheck) run.check).check(call, settings, run);
            }
        }
        for (Run run : runs) {
            if (run.check instanceof ScriptCheck check) {
                check.check(facts, settings, run);
            }
        }
        return inOrder(runs);
    }

    private static List<ScriptFinding> inOrder(List<Run> runs) {
        List<ScriptFinding> findings = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Run run : runs) {
            for (ScriptFinding finding : run.findings) {
                if (seen.add(List.of(finding.rule(), finding.span()))) {
                    findings.add(finding);
                }
            }
        }
        findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
        return findings;
    }

    /** A check with what it found. */
    private record Run(Check check, List<ScriptFinding> findings) implements Consumer<ScriptFinding> {

        @Override
        public void accept(ScriptFinding finding) {
            findings.add(finding);
        }
    }
}
