package dev.perigee.lua.diagnostics;

import static dev.perigee.lua.diagnostics.Rule.Suppression.NEVER;
import static dev.perigee.lua.diagnostics.Rule.Suppression.WITH_REASON;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules about scripts, whatever calls them. */
public enum ScriptRule implements Rule {
    /** A suppression names no rule, one that cannot be suppressed, or no reason. */
    INVALID_SUPPRESSION("PG109", Severity.ERROR, NEVER),
    /** A suppression covers no finding. */
    UNUSED_SUPPRESSION("PG113", Severity.WARNING, NEVER),

    /** The Lua does not parse. */
    LUA_SYNTAX("PG201", Severity.ERROR, NEVER),
    /** The file is not text in UTF-8, or begins with a byte order mark. */
    LUA_ENCODING("PG202", Severity.ERROR, NEVER),
    /** The script reads a key that it is not called with. */
    KEYS_OUT_OF_RANGE("PG203", Severity.ERROR, WITH_REASON),
    /** KEYS or ARGV is indexed by something that is no position. */
    INVALID_INDEX("PG205", Severity.ERROR, WITH_REASON),

    /** A key is a literal. */
    LITERAL_KEY("PG309", Severity.ERROR, WITH_REASON),
    /** A key is, or is built from, an element of ARGV. */
    KEY_FROM_ARGUMENT("PG310", Severity.ERROR, WITH_REASON),
    /** A key is derived from an element of KEYS in a way that may leave its slot. */
    DERIVED_KEY("PG311", Severity.WARNING, WITH_REASON),
    /** A key is read from data. */
    KEY_FROM_DATA("PG312", Severity.NOTE, WITH_REASON),
    /** An element of KEYS is used as a value only. */
    KEY_AS_VALUE("PG313", Severity.WARNING, WITH_REASON),
    /** A key is not passed in the way that the target's proxy or server demands. */
    KEY_NOT_FOR_PROFILE("PG314", Severity.ERROR, WITH_REASON),

    /** There is no such command. */
    UNKNOWN_COMMAND("PG501", Severity.ERROR, WITH_REASON),
    /** There is no such subcommand. */
    UNKNOWN_SUBCOMMAND("PG502", Severity.ERROR, WITH_REASON),
    /** A command is called with too few or too many arguments. */
    COMMAND_ARITY("PG503", Severity.ERROR, WITH_REASON),
    /** The command is not allowed in scripts. */
    NOT_ALLOWED_IN_SCRIPT("PG504", Severity.ERROR, WITH_REASON),
    /** The target server does not have the command or the option. */
    NOT_ON_TARGET("PG505", Severity.ERROR, WITH_REASON),
    /** An argument is no option of the command. */
    UNKNOWN_OPTION("PG506", Severity.ERROR, WITH_REASON),
    /** Two options exclude each other. */
    CONFLICTING_OPTIONS("PG507", Severity.ERROR, WITH_REASON),
    /** An option's operand is missing. */
    MISSING_OPERAND("PG508", Severity.ERROR, WITH_REASON),
    /** An argument must be a number and is none, or not a whole one. */
    NOT_A_NUMBER("PG509", Severity.ERROR, WITH_REASON),
    /** An argument of a command is nil, a boolean or a table. */
    INVALID_COMMAND_ARGUMENT("PG510", Severity.ERROR, WITH_REASON),
    /** The arguments of a command seem to be exchanged. */
    EXCHANGED_ARGUMENTS("PG511", Severity.WARNING, WITH_REASON),

    /** A reply that is false, never nil, is compared with nil. */
    NIL_COMPARISON("PG601", Severity.WARNING, WITH_REASON),
    /** A status reply, which is a table, is compared with a string. */
    STATUS_COMPARISON("PG602", Severity.ERROR, WITH_REASON),
    /** An integer reply is used as a condition, and 0 is true. */
    INTEGER_CONDITION("PG603", Severity.WARNING, WITH_REASON),
    /** A number is compared with a string. */
    MIXED_COMPARISON("PG604", Severity.ERROR, WITH_REASON),
    /** A global is read that does not exist. */
    UNDEFINED_GLOBAL("PG605", Severity.ERROR, WITH_REASON),
    /** A global is assigned to. */
    GLOBAL_ASSIGNMENT("PG606", Severity.ERROR, WITH_REASON),
    /** A function or library that the sandbox lacks, or the target's. */
    NOT_IN_SANDBOX("PG607", Severity.ERROR, WITH_REASON),
    /** A field of a library is assigned to. */
    LIBRARY_ASSIGNMENT("PG608", Severity.ERROR, WITH_REASON),
    /** A table without a message is raised as an error. */
    ERROR_WITHOUT_MESSAGE("PG609", Severity.ERROR, WITH_REASON),
    /** A random number is used where it must not be guessed. */
    RANDOM_TOKEN("PG610", Severity.WARNING, WITH_REASON),
    /** What is called is no function. */
    NOT_A_FUNCTION("PG611", Severity.ERROR, WITH_REASON),
    /** An operand is nil, a boolean or a table, and raises an error. */
    INVALID_OPERAND("PG612", Severity.ERROR, WITH_REASON),

    /** A number that is returned loses its fraction. */
    FLOAT_TRUNCATED("PG701", Severity.WARNING, WITH_REASON),
    /** An array is cut at a nil. */
    ARRAY_CUT("PG702", Severity.WARNING, WITH_REASON),
    /** A table with names for keys becomes an empty array. */
    FIELDS_LOST("PG703", Severity.ERROR, WITH_REASON),
    /** Different paths return replies of different families. */
    MIXED_REPLIES("PG704", Severity.NOTE, WITH_REASON),
    /** An integer cannot be exact in Lua. */
    INEXACT_INTEGER("PG705", Severity.WARNING, WITH_REASON),
    /** Several values are returned, of which only the first is sent. */
    SEVERAL_VALUES("PG706", Severity.WARNING, WITH_REASON),
    /** A large number is written as text, in scientific notation. */
    NUMBER_AS_TEXT("PG707", Severity.WARNING, WITH_REASON),

    /** The shebang's flags do not agree with what the script does, or with the target. */
    SHEBANG("PG802", Severity.ERROR, WITH_REASON),
    /** A blocking command does not block in a script. */
    BLOCKING_COMMAND("PG803", Severity.NOTE, WITH_REASON),
    /** A loop may never end. */
    ENDLESS_LOOP("PG804", Severity.NOTE, WITH_REASON),
    /** A command that takes long while all others wait. */
    SLOW_COMMAND("PG805", Severity.NOTE, WITH_REASON),
    /** A reply of any length is unpacked. */
    UNBOUNDED_UNPACK("PG806", Severity.NOTE, WITH_REASON),
    /** A command administers the server. */
    ADMINISTRATION("PG807", Severity.WARNING, WITH_REASON);

    private final String code;
    private final Severity severity;
    private final Suppression suppression;

    ScriptRule(String code, Severity severity, Suppression suppression) {
        this.code = code;
        this.severity = severity;
        this.suppression = suppression;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Suppression suppression() {
        return suppression;
    }

    /** The rule with this code, in any case. */
    public static Optional<ScriptRule> ofCode(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(rule -> rule.code.equals(upper)).findFirst();
    }
}
