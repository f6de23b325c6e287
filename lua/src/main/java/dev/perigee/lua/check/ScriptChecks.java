package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Span, List<Call>> several = new LinkedHashMap<>();
        Call.of(facts).forEach(call -> {
            if (call.use().isOneOfSeveral()) {
                several.computeIfAbsent(call.use().span(), place -> new ArrayList<>())
                        .add(call);
                return;
            }
            for (Run run : ofCommands) {
                ((CommandCheck) run.check).check(call, settings, run);
            }
        });
        for (List<Call> calls : several.values()) {
            for (Run run : ofCommands) {
                checkAlternatives(calls, settings, run);
            }
        }
        for (Run run : runs) {
            if (run.check instanceof ScriptCheck check) {
                check.check(facts, settings, run);
            }
        }
        return inOrder(runs);
    }

    /**
     * Which of several commands a call is may depend on the same as its arguments do. So it is wrong where all of them are; only
     * a name that no command has is wrong by itself.
     */
    private static void checkAlternatives(List<Call> calls, Settings settings, Run run) {
        CommandCheck check = (CommandCheck) run.check;
        List<ScriptFinding> all = new ArrayList<>();
        boolean allWrong = true;
        for (Call call : calls) {
            int before = all.size();
            check.check(call, settings, all::add);
            allWrong &= all.size() > before;
        }
        if (allWrong || check instanceof CommandNameCheck) {
            all.forEach(run);
        }
    }

    private static List<ScriptFinding> inOrder(List<Run> runs) {
        Map<Object, ScriptFinding> byPlace = new LinkedHashMap<>();
        for (Run run : runs) {
            for (ScriptFinding finding : run.findings) {
                byPlace.merge(List.of(finding.rule(), finding.span()), finding, ScriptChecks::graver);
            }
        }
        List<ScriptFinding> findings = new ArrayList<>(byPlace.values());
        findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
        return findings;
    }

    private static ScriptFinding graver(ScriptFinding first, ScriptFinding next) {
        return next.severity().compareTo(first.severity()) < 0 ? next : first;
    }

    /** A check with what it found. */
    private record Run(Check check, List<ScriptFinding> findings) implements Consumer<ScriptFinding> {

        @Override
        public void accept(ScriptFinding finding) {
            findings.add(finding);
        }
    }
}
