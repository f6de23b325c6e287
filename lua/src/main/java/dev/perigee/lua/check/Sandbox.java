package dev.perigee.lua.check;

import dev.perigee.lua.commands.Target;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What servers let scripts see: their globals, and what is in their libraries.
 *
 * @see <a href="https://redis.io/docs/latest/develop/programmability/lua-api/">Redis Lua API reference</a>
 */
final class Sandbox {

    private static final Set<String> GLOBALS = Set.of(
            "KEYS",
            "ARGV",
            "redis",
            "string",
            "table",
            "math",
            "bit",
            "struct",
            "cjson",
            "cmsgpack",
            "assert",
            "collectgarbage",
            "coroutine",
            "error",
            "gcinfo",
            "getmetatable",
            "ipairs",
            "load",
            "next",
            "pairs",
            "pcall",
            "rawequal",
            "rawget",
            "rawset",
            "select",
            "setmetatable",
            "tonumber",
            "tostring",
            "type",
            "unpack",
            "xpcall",
            "_G",
            "_VERSION");

    /** Globals that some patch releases of a line have and others have not. */
    private static final Set<String> UNCERTAIN = Set.of("loadstring", "getfenv", "setfenv", "newproxy");

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("os", "the time is redis.call('TIME')"),
            Map.entry("io", "a script reaches nothing but the server's keys"),
            Map.entry("require", "a script cannot load modules: put the functions into it"),
            Map.entry("module", "a script cannot load modules: put the functions into it"),
            Map.entry("package", "a script cannot load modules: put the functions into it"),
            Map.entry("dofile", "a script cannot load files: put the functions into it"),
            Map.entry("loadfile", "a script cannot load files: put the functions into it"),
            Map.entry("print", "write to the server's log: redis.log(redis.LOG_NOTICE, …)"),
            Map.entry("debug", "write to the server's log: redis.log(redis.LOG_NOTICE, …)"),
            Map.entry("bit32", "it is called bit: bit.band, bit.bor, bit.lshift"),
            Map.entry("utf8", "strings are bytes here; string.len and string.byte work on these"),
            Map.entry("jit", "scripts run on plain Lua 5.1"),
            Map.entry("server", "only Valkey has it; redis works on both"));

    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "string",
            Set.of(
                    "byte", "char", "dump", "find", "format", "gfind", "gmatch", "gsub", "len", "lower", "match", "rep",
                    "reverse", "sub", "upper"),
            "table",
            Set.of("concat", "foreach", "foreachi", "getn", "insert", "maxn", "remove", "setn", "sort"),
            "math",
            Set.of(
                    "abs",
                    "acos",
                    "asin",
                    "atan",
                    "atan2",
                    "ceil",
                    "cos",
                    "cosh",
                    "deg",
                    "exp",
                    "floor",
                    "fmod",
                    "frexp",
                    "huge",
                    "ldexp",
                    "log",
                    "log10",
                    "max",
                    "min",
                    "mod",
                    "modf",
                    "pi",
                    "pow",
                    "rad",
                    "random",
                    "randomseed",
                    "sin",
                    "sinh",
                    "sqrt",
                    "tan",
                    "tanh"),
            "bit",
            Set.of(
                    "arshift", "band", "bnot", "bor", "bswap", "bxor", "lshift", "rol", "ror", "rshift", "tobit",
                    "tohex"),
            "struct",
            Set.of("pack", "size", "unpack"),
            "cmsgpack",
            Set.of("pack", "unpack", "unpack_limit", "unpack_one", "_COPYRIGHT", "_DESCRIPTION", "_NAME", "_VERSION"),
            "coroutine",
            Set.of("create", "resume", "running", "status", "wrap", "yield"),
            "cjson",
            Set.of(
                    "decode",
                    "decode_invalid_numbers",
                    "decode_max_depth",
                    "encode",
                    "encode_invalid_numbers",
                    "encode_keep_buffer",
                    "encode_max_depth",
                    "encode_number_precision",
                    "encode_sparse_array",
                    "new",
                    "null",
                    "_NAME",
                    "_VERSION"),
            "os",
            Set.of("clock"));

    /** What OpenResty's cjson has and Redis's has not; some distributions link it to their servers. */
    private static final Set<String> OPENRESTY_JSON = Set.of(
            "decode_array_with_array_mt",
            "encode_empty_table_as_object",
            "encode_escape_forward_slash",
            "array_mt",
            "empty_array",
            "empty_array_mt");

    private static final Set<String> REDIS = Set.of(
            "call",
            "pcall",
            "error_reply",
            "status_reply",
            "sha1hex",
            "log",
            "setresp",
            "set_repl",
            "replicate_commands",
            "breakpoint",
            "debug",
            "LOG_DEBUG",
            "LOG_VERBOSE",
            "LOG_NOTICE",
            "LOG_WARNING",
            "REPL_NONE",
            "REPL_AOF",
            "REPL_SLAVE",
            "REPL_REPLICA",
            "REPL_ALL");

    private static final Set<String> REDIS_SINCE_7 = Set.of("acl_check_cmd", "REDIS_VERSION", "REDIS_VERSION_NUM");

    private static final Map<String, String> MEMBERS_INSTEAD = Map.ofEntries(
            Map.entry("table.unpack", "in Lua 5.1 it is the global function unpack"),
            Map.entry("table.pack", "write {n = select('#', ...), ...}"),
            Map.entry("table.move", "copy the elements in a loop"),
            Map.entry("string.pack", "use struct.pack"),
            Map.entry("string.unpack", "use struct.unpack"),
            Map.entry("math.tointeger", "use math.floor"),
            Map.entry("os.time", "the time is redis.call('TIME')[1]"),
            Map.entry("os.date", "the time is redis.call('TIME'); format it in the application"),
            Map.entry("redis.sleep", "a script stops the whole server while it runs; wait in the application"));

    private Sandbox() {}

    static Collection<String> globals() {
        return GLOBALS;
    }

    static boolean isGlobal(String name, Target target) {
        if (GLOBALS.contains(name) || UNCERTAIN.contains(name)) {
            return true;
        }
        return switch (name) {
            case "os" -> target == Target.REDIS_6_2 || target.isValkey() || target.isAtLeast(Target.REDIS_7_4);
            case "print" -> target == Target.REDIS_6_2;
            case "server" -> target.isValkey();
            default -> false;
        };
    }

    /** Whether some builds of a line of servers have a global and others have not. */
    static boolean isUncertain(String name) {
        return UNCERTAIN.contains(name);
    }

    /** Globals that other Lua programs have, and some servers as well. */
    static Set<String> foreign() {
        return INSTEAD.keySet();
    }

    /** What to use in the place of a global that other Lua programs have; null if it is not one of these. */
    static @Nullable String instead(String global) {
        return INSTEAD.get(global);
    }

    /** What to use in the place of a library's field; null if there is nothing to propose. */
    static @Nullable String insteadOfField(String field) {
        return MEMBERS_INSTEAD.get(field);
    }

    /** The fields of a library; empty for one of which they are not known. */
    static Set<String> fields(String library) {
        return library.equals("redis") || library.equals("server") ? REDIS : LIBRARIES.getOrDefault(library, Set.of());
    }

    /** Whether a library has a field; true where that is not known. */
    static boolean hasField(String library, String field, Target target) {
        Set<String> fields = fields(library);
        boolean newer = fields.equals(REDIS) && REDIS_SINCE_7.contains(field);
        if (newer) {
            return target.isAtLeast(Target.REDIS_7_0);
        }
        if (library.equals("cjson") && OPENRESTY_JSON.contains(field)) {
            return true;
        }
        boolean valkey = fields.equals(REDIS) && target.isValkey() && field.startsWith("SERVER_");
        return fields.isEmpty() || fields.contains(field) || valkey;
    }
}
