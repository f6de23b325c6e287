package dev.perigee.lua.analysis;

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
import dev.perigee.lua.facts.NamedInput;
import dev.perigee.lua.facts.RaisedError;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Shebang;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Atom.Inputs.Array;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts while they are collected. While it is silent, as in a trial of a loop, only what is lost is noted. */
final class Recorder {

    private static final class Inputs {
        private final List<IndexUse> indexes = new ArrayList<>();
        private boolean mentioned;
        private boolean dynamic;

        ArrayUse use() {
            return new ArrayUse(mentioned, sorted(indexes, IndexUse::span), dynamic);
        }
    }

    private final Map<Array, Inputs> inputs = new EnumMap<>(Map.of(Array.KEYS, new Inputs(), Array.ARGV, new Inputs()));
    private final List<NamedInput> names = new ArrayList<>();
    private final List<CommandUse> commands = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Arithmetic> arithmetic = new ArrayList<>();
    private final List<Concatenation> concatenations = new ArrayList<>();
    private final List<GlobalUse> globals = new ArrayList<>();
    private final List<LibraryUse> libraries = new ArrayList<>();
    private final List<FunctionCall> calls = new ArrayList<>();
    private final List<InvalidCall> invalidCalls = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final List<Return> returns = new ArrayList<>();
    private final List<RaisedError> errors = new ArrayList<>();
    private boolean commandsComplete = true;
    private boolean errorsComplete = true;
    private final Set<Object> known = new HashSet<>();
    private boolean repeated;
    private int silent;
    private int commandCount;
    private int exitCount;

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

    /** What a function does that is called from several places is kept once for each way in which it does it. */
    private <T> void add(List<T> facts, T fact) {
        if (!isSilent() && (!repeated || known.add(fact))) {
            facts.add(fact);
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
        add(of(array).indexes, new IndexUse(index, span));
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
        add(names, new NamedInput(array, index, name, span));
    }

    void command(CommandUse use) {
        commandCount++;
        add(commands, use);
        if (use.name() == null) {
            commandsComplete = false;
        }
    }

    void comparison(Comparison comparison) {
        add(comparisons, comparison);
    }

    void condition(Condition condition) {
        add(conditions, condition);
    }

    void arithmetic(Arithmetic operation) {
        add(arithmetic, operation);
    }

    void concatenation(Concatenation concatenation) {
        add(concatenations, concatenation);
    }

    void global(GlobalUse use) {
        add(globals, use);
    }

    void library(LibraryUse use) {
        add(libraries, use);
    }

    void call(FunctionCall call) {
        add(calls, call);
    }

    void invalidCall(InvalidCall call) {
        add(invalidCalls, call);
    }

    void loop(Loop loop) {
        add(loops, loop);
    }

    void result(Return result) {
        add(returns, result);
    }

    void error(String code, Span span) {
        add(errors, new RaisedError(code, span));
    }

    /** A return, a break or an error was seen. */
    void exit() {
        exitCount++;
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
                sorted(names, NamedInput::span),
                sorted(commands, CommandUse::span),
                commandsComplete,
                sorted(comparisons, Comparison::span),
                sorted(conditions, condition -> condition.tested().span()),
                sorted(arithmetic, Arithmetic::span),
                sorted(concatenations, Concatenation::span),
                sorted(globals, GlobalUse::span),
                sorted(libraries, LibraryUse::span),
                sorted(calls, FunctionCall::span),
                sorted(invalidCalls, InvalidCall::span),
                sorted(loops, Loop::span),
                sorted(returns, Return::span),
                sorted(errors, RaisedError::span),
                errorsComplete);
    }

    private static <T> List<T> sorted(List<T> facts, Function<T, Span> place) {
        List<T> list = new ArrayList<>(facts);
        list.sort(Comparator.comparingInt(fact -> place.apply(fact).start()));
        return list;
    }
}
