package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the globals of a script mean. */
final class Sandbox {
    private static final Set<String> LIBRARIES =
            Set.of("string", "table", "math", "bit", "struct", "cjson", "cmsgpack", "os", "coroutine", "redis", "_G");

    private static final Set<String> FUNCTIONS = Set.of(
            "assert",
            "collectgarbage",
            "error",
            "gcinfo",
            "getmetatable",
            "ipairs",
            "next",
            "pairs",
            "pcall",
            "print",
            "rawequal",
            "rawget",
            "rawset",
            "select",
            "setmetatable",
            "tonumber",
            "tostring",
            "type",
            "unpack",
            "xpcall");

    private static final Set<String> ESCAPE_HATCHES = Set.of(
            "load", "loadstring", "loadfile", "dofile", "require", "module", "getfenv", "setfenv", "debug", "package");

    private static final Set<String> CONSTANTS = Set.of(
            "math.pi",
            "math.huge",
            "redis.LOG_DEBUG",
            "redis.LOG_VERBOSE",
            "redis.LOG_NOTICE",
            "redis.LOG_WARNING",
            "redis.REPL_NONE",
            "redis.REPL_AOF",
            "redis.REPL_SLAVE",
            "redis.REPL_REPLICA",
            "redis.REPL_ALL",
            "redis.REDIS_VERSION_NUM");

    private static final Value UNKNOWN_TEXT = Value.of(Texts.unknown());

    private static final Map<String, Value> OTHERS =
            Map.of("redis.REDIS_VERSION", UNKNOWN_TEXT, "cjson.null", Value.ANY);

    private static final Map<String, Value> GLOBALS = globals();

    private Sandbox() {}

    private static Map<String, Value> globals() {
        Map<String, Value> globals = new HashMap<>();
        LIBRARIES.forEach(name -> globals.put(name, Value.of(new Atom.Library(name))));
        FUNCTIONS.forEach(name -> globals.put(name, Value.of(new Atom.Builtin(name))));
        ESCAPE_HATCHES.forEach(name -> globals.put(name, Value.of(new Atom.Builtin(name))));
        globals.put("KEYS", Value.of(new Atom.Inputs(Atom.Inputs.Array.KEYS)));
        globals.put("ARGV", Value.of(new Atom.Inputs(Atom.Inputs.Array.ARGV)));
        globals.put("server", Value.of(new Atom.Library("redis")));
        globals.put("_VERSION", Value.text("Lua 5.1"));
        return Map.copyOf(globals);
    }

    /** What a global means; null for one that is none of the server's. */
    static @Nullable Value global(String name) {
        return GLOBALS.get(name);
    }

    /** What a field of a library means. */
    static Value field(String library, String name) {
        String field = library + "." + name;
        if (CONSTANTS.contains(field)) {
            return field.equals("math.pi")
                    ? Value.of(Atom.Numeric.of(Math.PI))
                    : field.equals("math.huge")
                            ? Value.of(Atom.Numeric.of(Double.POSITIVE_INFINITY))
                            : Value.of(Atom.Numeric.of(Atom.Numeric.Kind.WHOLE));
        }
        if (name.startsWith("_") && !library.equals("_G")) {
            return UNKNOWN_TEXT;
        }
        Value other = OTHERS.get(field);
        return other == null ? Value.of(new Atom.Builtin(field)) : other;
    }

    static boolean isEscapeHatch(String function) {
        return ESCAPE_HATCHES.contains(function);
    }

    static boolean isCommandCall(String function) {
        return function.equals("redis.call") || function.equals("redis.pcall");
    }
}
