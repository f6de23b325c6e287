package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Arithmetic;
import dev.perigee.lua.facts.ArrayUse;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.Concatenation;
import dev.perigee.lua.facts.Condition;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.GlobalUse;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.lua.facts.InvalidCall;
import dev.perigee.lua.facts.LibraryUse;
import dev.perigee.lua.facts.Loop;
import dev.perigee.lua.facts.MissingValue;
import dev.perigee.lua.facts.NamedInput;
import dev.perigee.lua.facts.RaisedError;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Shebang;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Atom.Inputs.Array;
import dev.perigee.lua.value.Value;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts while they are collected. While it is silent, as in a trial of a loop, only what is lost is noted. */
final class Recorder {

    private static final class Inputs {
        private final FactList<IndexUse> indexes = new FactList<>();
        private boolean mentioned;
        private boolean dynamic;

        ArrayUse use() {
            return new ArrayUse(mentioned, indexes.inOrder(), dynamic);
        }
    }

    private final Map<Array, Inputs> inputs = new EnumMap<>(Map.of(Array.KEYS, new Inputs(), Array.ARGV, new Inputs()));
    private final FactList<NamedInput> names = new FactList<>();
    private final FactList<CommandUse> commands = new FactList<>();
    private final FactList<Comparison> comparisons = new FactList<>();
    private final FactList<Condition> conditions = new FactList<>();
    private final FactList<Arithmetic> arithmetic = new FactList<>();
    private final FactList<Concatenation> concatenations = new FactList<>();
    private final FactList<GlobalUse> globals = new FactList<>();
    private final FactList<LibraryUse> libraries = new FactList<>();
    private final FactList<FunctionCall> calls = new FactList<>();
    private final FactList<InvalidCall> invalidCalls = new FactList<>();
    private final FactList<MissingValue> missingValues = new FactList<>();
    private final FactList<Loop> loops = new FactList<>();
    private final FactList<Return> returns = new FactList<>();
    private final FactList<RaisedError> errors = new FactList<>();
    private boolean commandsComplete = true;
    private boolean errorsComplete = true;
    private final Set<Object> known = new HashSet<>();
    private boolean repeated;
    private boolean ruledOut;
    private int silent;
    private int commandCount;
    private int exitCount;
    private int invocationCount;

    /** What follows is a trial, until {@link #record}. */
    void beSilent() {
        silent++;
    }

    void record() {
        silent--;
    }

    private boolean isSilent() {
        return silent > 0;
    }

    /**
     * Whether what follows is not reached with the values that are known. What it names is noted then, and not what it would do
     * with these values. Gives what was so before.
     */
    boolean setRuledOut(boolean is) {
        boolean before = ruledOut;
        ruledOut = is;
        return before;
    }

    /** What happens, with the values that are known: nothing, where these do not get. */
    private <T> void add(FactList<T> facts, T fact, Span place) {
        if (!ruledOut) {
            name(facts, fact, place);
        }
    }

    /** What a function does that is called from several places is kept once for each way in which it does it. */
    private <T> void name(FactList<T> facts, T fact, Span place) {
        if (!isSilent() && (!repeated || known.add(fact))) {
            facts.add(fact, place);
        }
    }

    /** Whether what follows may have been recorded before, as the body of a function may. */
    void mayRepeat(boolean may) {
        repeated = may;
    }

    void mention(Array array) {
        of(array).mentioned = true;
    }

    void index(Array array, double index, Span span) {
        if (!isSilent()) {
            name(of(array).indexes, new IndexUse(index, span), span);
        }
    }

    void dynamic(Array array) {
        of(array).mentioned = true;
        of(array).dynamic = true;
    }

    private Inputs of(Array array) {
        Inputs of = inputs.get(array);
        if (of == null) {
            throw new IllegalStateException("nothing is kept of " + array);
        }
        return of;
    }

    /** A command that is not known may be called. */
    void unknownCommand() {
        commandsComplete = false;
        commandCount++;
    }

    void unknownError() {
        errorsComplete = false;
    }

    /** Code may run that is not known. */
    void anything() {
        dynamic(Array.KEYS);
        dynamic(Array.ARGV);
        unknownCommand();
        unknownError();
    }

    /** What an atom leads to can be used in ways that are not followed. */
    void lose(Atom atom) {
        if (atom instanceof Atom.Inputs array) {
            dynamic(array.array());
        } else if (atom instanceof Atom.Library library) {
            if (library.name().equals("_G")) {
                anything();
            } else if (library.name().equals("redis")) {
                unknownCommand();
            }
        } else if (atom instanceof Atom.Builtin builtin) {
            if (Sandbox.isEscapeHatch(builtin.name())) {
                anything();
            } else if (Sandbox.isCommandCall(builtin.name())) {
                unknownCommand();
            }
        }
    }

    void name(Array array, int index, String name, Span span) {
        if (!isSilent()) {
            name(names, new NamedInput(array, index, name, span), span);
        }
    }

    void command(CommandUse use) {
        commandCount++;
        name(commands, use, use.span());
        if (use.name() == null) {
            commandsComplete = false;
        }
    }

    void comparison(BinaryOperator operator, Argument left, Argument right, Span span) {
        if (!isSilent()) {
            add(comparisons, new Comparison(operator, left, right, span), span);
        }
    }

    void condition(Value tested, Span span, boolean negated, boolean isBranch, boolean chooses) {
        if (!isSilent()) {
            add(conditions, new Condition(new Argument(tested, span), negated, isBranch, chooses), span);
        }
    }

    void arithmetic(String operator, List<Argument> operands, Value result, Span span) {
        if (!isSilent()) {
            add(arithmetic, new Arithmetic(operator, operands, result, span), span);
        }
    }

    void concatenation(List<Argument> operands, Span span) {
        if (!isSilent()) {
            add(concatenations, new Concatenation(operands, span), span);
        }
    }

    void global(String name, boolean written, boolean tested, Span span) {
        if (!isSilent()) {
            name(globals, new GlobalUse(name, written, tested, span), span);
        }
    }

    void library(LibraryUse use) {
        name(libraries, use, use.span());
    }

    void call(String function, Values arguments, Span span) {
        if (!isSilent()) {
            add(calls, new FunctionCall(function, arguments.known(), arguments.isOpen(), span), span);
        }
    }

    void invalidCall(InvalidCall call) {
        add(invalidCalls, call, call.span());
    }

    void missing(MissingValue.Kind kind, String of, String name, Span span) {
        if (!isSilent()) {
            add(missingValues, new MissingValue(kind, of, name, span), span);
        }
    }

    void loop(Loop loop) {
        add(loops, loop, loop.span());
    }

    void result(Return result) {
        add(returns, result, result.span());
    }

    void error(String code, Span span) {
        add(errors, new RaisedError(code, span), span);
    }

    /** A return, a break or an error was seen. */
    void exit() {
        exitCount++;
    }

    /** Something is called. */
    void invocation() {
        invocationCount++;
    }

    int invocationCount() {
        return invocationCount;
    }

    /** How many commands have been seen, so that a caller can tell whether there were any since. */
    int commandCount() {
        return commandCount;
    }

    int exitCount() {
        return exitCount;
    }

    ScriptFacts facts(@Nullable Shebang shebang) {
        return new ScriptFacts(
                shebang,
                of(Array.KEYS).use(),
                of(Array.ARGV).use(),
                names.inOrder(),
                commands.inOrder(),
                commandsComplete,
                comparisons.inOrder(),
                conditions.inOrder(),
                arithmetic.inOrder(),
                concatenations.inOrder(),
                globals.inOrder(),
                libraries.inOrder(),
                calls.inOrder(),
                invalidCalls.inOrder(),
                missingValues.inOrder(),
                loops.inOrder(),
                returns.inOrder(),
                errors.inOrder(),
                errorsComplete);
    }
}
