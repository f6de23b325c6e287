package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Atom.Numeric.Kind;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates calls of the server's own functions. */
final class Builtins {
    private static final Value WHOLE = Value.of(Atom.Numeric.of(Kind.WHOLE));
    private static final Value FRACTIONAL = Value.of(Atom.Numeric.of(Kind.FRACTIONAL));
    private static final Value NUMBER = Value.of(Atom.Numeric.of(Kind.ANY));
    private static final Value MAYBE_NIL = Value.of(new Atom.Nil(new Source.Other()));
    private static final Value TEXT = Value.of(Texts.unknown());

    /** Functions of which the result does not depend on what is known of the arguments. */
    private static final Map<String, Value> RESULTS = Map.ofEntries(
            Map.entry("cjson.encode", TEXT),
            Map.entry("cmsgpack.pack", TEXT),
            Map.entry("struct.pack", TEXT),
            Map.entry("struct.size", WHOLE),
            Map.entry("redis.sha1hex", TEXT),
            Map.entry("redis.acl_check_cmd", Expressions.ANY_BOOLEAN),
            Map.entry("redis.replicate_commands", Value.of(new Atom.Bool(true, null))),
            Map.entry("string.char", TEXT),
            Map.entry("string.len", WHOLE),
            Map.entry("string.byte", WHOLE.or(MAYBE_NIL)),
            Map.entry("redis.breakpoint", Expressions.ANY_BOOLEAN),
            Map.entry("collectgarbage", NUMBER.or(Expressions.ANY_BOOLEAN)),
            Map.entry("table.getn", WHOLE),
            Map.entry("table.maxn", NUMBER),
            Map.entry("bit.tohex", TEXT),
            Map.entry("rawequal", Expressions.ANY_BOOLEAN),
            Map.entry("os.clock", FRACTIONAL),
            Map.entry("gcinfo", NUMBER));

    private static final Set<String> PARTS =
            Set.of("string.sub", "string.lower", "string.upper", "string.rep", "string.reverse");

    private static final Set<String> DECODERS = Set.of("cjson.decode", "cmsgpack.unpack");

    /** Fields of a metatable that leave the table as it is for whoever reads it. */
    private static final Set<String> METAFIELDS = Set.of("__tostring", "__metatable", "__mode");

    /** Functions that return nothing. */
    private static final Set<String> SILENT =
            Set.of("redis.log", "redis.set_repl", "redis.debug", "print", "math.randomseed");

    /** Functions that return several values: how many depends on what they are given. */
    private static final Map<String, Value> SEVERAL = Map.of(
            "string.find",
            WHOLE.or(MAYBE_NIL),
            "string.byte",
            WHOLE.or(MAYBE_NIL),
            "cmsgpack.unpack_one",
            WHOLE,
            "cmsgpack.unpack_limit",
            WHOLE);

    private final Evaluation evaluation;
    private final TableFunctions tableFunctions;

    Builtins(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.tableFunctions = new TableFunctions(evaluation);
    }

    Values call(String function, Values arguments, List<Expression> texts, Span span, State state) {
        if (!function.equals("pcall") && !function.equals("xpcall")) {
            loseArguments(function, arguments);
        }
        if (function.equals("unpack") || function.equals("table.unpack")) {
            return tableFunctions.unpack(arguments, span, state);
        } else if (function.equals("pcall") || function.equals("xpcall")) {
            return protectedCall(arguments, texts, span, state);
        } else if (function.equals("error")) {
            return error(arguments, span, state);
        } else if (SILENT.contains(function)) {
            return Values.NONE;
        } else if (function.equals("string.gsub")) {
            return Values.at(span, List.of(Texts.part(arguments.get(0)), WHOLE), null);
        } else if (SEVERAL.containsKey(function) && !isOneByte(function, arguments)) {
            return Values.at(span, List.of(SEVERAL.getOrDefault(function, Value.ANY)), Value.ANY);
        } else if (function.equals("math.modf")) {
            return Values.at(span, List.of(WHOLE, NUMBER), null);
        } else if (function.equals("math.frexp")) {
            return Values.at(span, List.of(NUMBER, WHOLE), null);
        } else if (function.equals("string.match")) {
            Value part = Texts.part(arguments.get(0)).or(WHOLE).or(MAYBE_NIL);
            return Values.at(span, List.of(part), Value.ANY);
        } else if (function.equals("assert")) {
            return asserted(arguments, texts, span, state);
        }
        Value value = value(function, arguments, texts, span, state);
        if (value == null) {
            return Calls.unknown(span);
        }
        return function.equals("cmsgpack.unpack")
                ? Values.at(span, List.of(value), Value.ANY)
                : Values.one(value, span);
    }

    /** Whether it is {@code string.byte} without an end, which gives one value. */
    private static boolean isOneByte(String function, Values arguments) {
        return function.equals("string.byte") && arguments.known().size() <= 2 && !arguments.isOpen();
    }

    /** {@code #KEYS} and the like use the array without showing its elements to anyone. */
    private void loseArguments(String function, Values arguments) {
        boolean harmless = function.equals("type") || function.equals("table.getn");
        if (!harmless) {
            evaluation.escape(arguments);
        }
    }

    private @Nullable Value value(String function, Values arguments, List<Expression> texts, Span span, State state) {
        Value random = RandomTexts.made(function, arguments);
        Value result = random != null ? random : RESULTS.get(function);
        if (result != null) {
            return result;
        }
        Value first = arguments.get(0);
        if (PARTS.contains(function)) {
            return Texts.part(first);
        } else if (DECODERS.contains(function)) {
            return decoded(first);
        } else if (function.startsWith("math.")) {
            return math(function, arguments);
        } else if (function.startsWith("bit.")) {
            return WHOLE;
        } else if (function.startsWith("table.")) {
            return tableFunctions.call(function, arguments, texts, state);
        }
        return switch (function) {
            case "tonumber" -> toNumber(arguments);
            case "tostring" -> Texts.written(first);
            case "type" -> type(first);
            case "string.format" -> Texts.formatted(arguments);
            case "select" -> "#".equals(first.literal()) ? WHOLE : null;
            case "setmetatable" -> withMetatable(arguments, texts, state);
            case "rawset" -> changed(texts, state);
            case "rawget" -> Value.ANY;
            case "redis.error_reply" -> failure(first, span);
            case "redis.status_reply" -> Value.of(new Atom.Status(first.literal(), null));
            case "redis.setresp" -> resp(first, state);
            default -> null;
        };
    }

    /** A table that is made in the call keeps its fields, if all that the metatable does is to write it as text. */
    private Value withMetatable(Values arguments, List<Expression> texts, State state) {
        Value changed = changed(texts, state);
        boolean plain = arguments
                .get(1)
                .all(atom -> atom instanceof Atom.Table metatable
                        && metatable.isClosed()
                        && METAFIELDS.containsAll(metatable.fields().keySet()));
        return plain && texts.get(0) instanceof Expression.TableConstructor ? arguments.get(0) : changed;
    }

    /** The table is, from here on, whatever a metatable makes of it. */
    private Value changed(List<Expression> texts, State state) {
        Local local = texts.isEmpty() ? null : evaluation.tables.local(texts.get(0));
        if (local != null) {
            evaluation.tables.update(local, state, table -> Atom.Table.unknown());
        }
        return Value.ANY;
    }

    private Value failure(Value message, Span span) {
        evaluation.calls.raised(message, span);
        return Value.of(new Atom.Failure(message, null));
    }

    private Value resp(Value version, State state) {
        Double constant = version.constant();
        if (constant == null || constant != 2) {
            evaluation.tables.setSlot(State.Slot.RESP3, Value.of(new Atom.Bool(true, null)), state);
        }
        return Value.NIL;
    }

    private static Value decoded(Value text) {
        Source source = text.single() instanceof Atom.Text one ? one.only() : null;
        return Value.of(new Atom.Unknown(Tables.extract(source)));
    }

    private static Value type(Value of) {
        Value type = null;
        for (Atom atom : of.atoms()) {
            String name = Types.of(atom);
            Value one = name == null ? TEXT : Value.text(name);
            type = type == null ? one : type.or(one);
        }
        return type == null ? TEXT : type;
    }

    private static Value toNumber(Values arguments) {
        if (arguments.known().size() > 1) {
            return NUMBER.or(MAYBE_NIL);
        }
        Value result = null;
        for (Atom atom : arguments.get(0).atoms()) {
            Atom.Numeric number = Numbers.of(atom);
            Value one;
            if (number != null) {
                one = Value.of(number);
            } else if (atom instanceof Atom.Unknown) {
                one = NUMBER;
            } else if (atom instanceof Atom.Nil) {
                one = Value.of(atom);
            } else {
                one = Value.of(new Atom.Nil(atom instanceof Atom.Bool bool ? bool.reply() : null));
            }
            result = result == null ? one : result.or(one);
        }
        return result == null ? NUMBER : result;
    }

    private static Value math(String function, Values arguments) {
        Atom.Numeric number = Numbers.of(arguments.get(0));
        return switch (function) {
            case "math.floor", "math.ceil" ->
                number == null ? WHOLE : Value.of(Numbers.rounded(number, function.equals("math.ceil")));
            case "math.abs" ->
                number == null
                        ? NUMBER
                        : Value.of(new Atom.Numeric(null, number.kind(), number.source(), number.factor(), true));
            case "math.max", "math.min" -> extreme(arguments);
            case "math.random" ->
                Value.of(Atom.Numeric.from(
                        new Source.Random(false),
                        arguments.known().isEmpty() && !arguments.isOpen() ? Kind.FRACTIONAL : Kind.WHOLE));
            case "math.fmod", "math.mod", "math.pow", "math.ldexp" -> NUMBER;
            case "math.sqrt", "math.exp", "math.log", "math.log10", "math.sin", "math.cos", "math.tan" -> FRACTIONAL;
            default -> NUMBER;
        };
    }

    private static Value extreme(Values arguments) {
        Atom.Numeric all = null;
        for (Argument argument : arguments.known()) {
            Atom.Numeric one = Numbers.of(argument.value());
            if (one == null) {
                return NUMBER;
            }
            boolean constant = one.constant() != null;
            if (all == null) {
                all = one;
            } else if (constant && all.constant() == null) {
                all = new Atom.Numeric(null, Numbers.join(all, one).kind(), all.source(), all.factor(), all.shifted());
            } else if (all.constant() != null && !constant) {
                all = new Atom.Numeric(null, Numbers.join(all, one).kind(), one.source(), one.factor(), one.shifted());
            } else {
                all = Numbers.join(all, one);
            }
        }
        return all == null || arguments.isOpen() ? NUMBER : Value.of(all);
    }

    private Values error(Values arguments, Span span, State state) {
        Value message = arguments.get(0);
        for (Atom atom : message.atoms()) {
            if (atom instanceof Atom.Failure failure) {
                evaluation.calls.raised(failure.message(), span);
            } else if (atom instanceof Atom.Text) {
                evaluation.recorder.error("ERR", span);
            } else if (atom instanceof Atom.Unknown) {
                evaluation.recorder.unknownError();
            }
        }
        evaluation.recorder.exit();
        state.end();
        return Values.NONE;
    }

    private Values asserted(Values arguments, List<Expression> texts, Span span, State state) {
        evaluation.recorder.error("ERR", span);
        if (!texts.isEmpty()) {
            evaluation.conditions.refine(texts.get(0), true, state);
        }
        if (arguments.known().isEmpty()) {
            return Calls.unknown(span);
        }
        Value checked = arguments.get(0).only(atom -> !Value.isFalsy(atom));
        List<Argument> known = new ArrayList<>(arguments.known());
        known.set(
                0,
                new Argument(checked == null ? Value.ANY : checked, known.get(0).span()));
        return new Values(known, arguments.rest());
    }

    private Values protectedCall(Values arguments, List<Expression> texts, Span span, State state) {
        if (arguments.known().isEmpty()) {
            return Calls.unknown(span);
        }
        Values given = arguments.from(1);
        List<Expression> givenTexts = texts.isEmpty() ? texts : texts.subList(1, texts.size());
        Values result = null;
        for (Atom callee : arguments.get(0).atoms()) {
            // Whatever it raises is caught.
            State inner = state.fork();
            evaluation.startCatching();
            Values one = evaluation.calls.call(callee, given, givenTexts, span, inner);
            evaluation.stopCatching();
            result = Calls.joined(result, one);
        }
        Value value = result == null ? Value.ANY : result.get(0).or(Value.ANY);
        return Values.at(span, List.of(Expressions.ANY_BOOLEAN, value), Value.ANY);
    }
}
