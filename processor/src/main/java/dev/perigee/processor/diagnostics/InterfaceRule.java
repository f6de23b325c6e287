package dev.perigee.processor.diagnostics;

import static dev.perigee.lua.diagnostics.Rule.Suppression.NEVER;
import static dev.perigee.lua.diagnostics.Rule.Suppression.WITH_REASON;

import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.Severity;

/**
 * The rules about interfaces, and about scripts as an interface calls them.
 */
public enum InterfaceRule implements Rule {
    /** {@code @RedisScript} is on something that is not an interface. */
    NOT_AN_INTERFACE("PG101", Severity.ERROR, NEVER),
    /** The interface or one it depends on cannot be seen from the package the invoker is generated into. */
    INACCESSIBLE_TYPE("PG102", Severity.ERROR, NEVER),
    /** The interface has type parameters, or the method has. */
    GENERIC_DECLARATION("PG103", Severity.ERROR, NEVER),
    /** {@code @RedisScript} names no file or folder, or names one in a way that cannot be. */
    INVALID_SCRIPT_PATH("PG104", Severity.ERROR, NEVER),
    /** An interface that is bound to one file does not have exactly one abstract method. */
    ONE_FILE_ONE_METHOD("PG105", Severity.ERROR, NEVER),
    /** The script of a method was not found. */
    SCRIPT_NOT_FOUND("PG106", Severity.ERROR, NEVER),
    /** A script in the interface's folder is bound to no method. */
    ORPHAN_SCRIPT("PG107", Severity.WARNING, WITH_REASON),
    /** An annotation of Perigee is where it has no effect. */
    MISPLACED_ANNOTATION("PG108", Severity.ERROR, NEVER),
    /** The invoker's name is taken. */
    INVOKER_NAME_TAKEN("PG110", Severity.ERROR, NEVER),
    /** An interface uses Perigee's annotations but has no {@code @RedisScript}. */
    NO_INVOKER("PG111", Severity.WARNING, WITH_REASON),
    /** A method is inherited from several interfaces that bind it differently. */
    CONFLICTING_DECLARATIONS("PG112", Severity.ERROR, NEVER),

    /** An option of the processor has no such value. */
    INVALID_OPTION("PG114", Severity.ERROR, NEVER),

    /** A {@code @ScriptError} names a code that the script never raises. */
    ERROR_NOT_RAISED("PG115", Severity.ERROR, WITH_REASON),
    /** The exception of a {@code @ScriptError} is checked, and the method does not declare it. */
    CHECKED_EXCEPTION_NOT_DECLARED("PG116", Severity.ERROR, NEVER),
    /** The exception of a {@code @ScriptError} cannot be made. */
    UNUSABLE_EXCEPTION("PG117", Severity.ERROR, NEVER),
    /** A code has several {@code @ScriptError}s. */
    ERROR_DECLARED_TWICE("PG118", Severity.ERROR, NEVER),
    /** {@code @Each} is on a parameter that is no collection, or on several. */
    INVALID_EACH("PG120", Severity.ERROR, NEVER),
    /** A suspend function cannot be implemented, because the library for it is missing. */
    COROUTINES_MISSING("PG121", Severity.ERROR, NEVER),
    /** A time limit, or how long replies are kept, is no duration that can be. */
    INVALID_LIMIT("PG122", Severity.ERROR, NEVER),
    /** Annotations say different things about what is done when a reply was lost. */
    DELIVERY_CONTRADICTED("PG123", Severity.ERROR, NEVER),
    /** {@code @OperationId} is where it tells no operation from others. */
    INVALID_OPERATION_ID("PG124", Severity.ERROR, NEVER),

    /** The script reads an argument that is not passed. */
    ARGV_OUT_OF_RANGE("PG204", Severity.ERROR, WITH_REASON),
    /** The script never mentions a declared key. */
    UNUSED_KEY("PG206", Severity.WARNING, WITH_REASON),
    /** The script never mentions an argument. */
    UNUSED_ARGUMENT("PG207", Severity.WARNING, WITH_REASON),
    /** The script gives an argument the name of another. */
    NAMES_EXCHANGED("PG208", Severity.WARNING, WITH_REASON),
    /** The script calculates with a parameter that is no number. */
    TEXT_AS_NUMBER("PG209", Severity.WARNING, WITH_REASON),
    /** The script calculates with a number that can have more digits than Lua's numbers. */
    DIGITS_LOST("PG210", Severity.NOTE, WITH_REASON),

    /** The keys of a call can fall into different hash slots. */
    SLOTS_DIFFER("PG301", Severity.ERROR, WITH_REASON),
    /** Nothing is known about the slots of the keys. */
    SLOTS_UNKNOWN("PG302", Severity.ERROR, NEVER),
    /** A key template cannot be read. */
    TEMPLATE_SYNTAX("PG303", Severity.ERROR, NEVER),
    /** A key template uses a parameter or property that does not exist. */
    UNKNOWN_PLACEHOLDER("PG304", Severity.ERROR, NEVER),
    /** A value of this type cannot be part of a key. */
    UNSUPPORTED_KEY_TYPE("PG305", Severity.ERROR, NEVER),
    /** A key template has a brace that makes no hash tag. */
    BROKEN_HASH_TAG("PG306", Severity.WARNING, WITH_REASON),
    /** Keys are declared both on the method and on parameters. */
    KEYS_DECLARED_TWICE("PG307", Severity.ERROR, NEVER),
    /** A key template uses more than one list. */
    SEVERAL_LISTS("PG308", Severity.ERROR, NEVER),
    /** It is not proved which slot the operation key of an exactly-once method belongs into. */
    OPERATION_SLOT_UNKNOWN("PG315", Severity.ERROR, NEVER),

    /** A parameter's type cannot be sent. */
    UNSUPPORTED_ARGUMENT_TYPE("PG401", Severity.ERROR, NEVER),
    /** A return type cannot be read from a reply. */
    UNSUPPORTED_RETURN_TYPE("PG402", Severity.ERROR, NEVER),
    /** A duration or point in time is passed or read without a unit. */
    UNIT_MISSING("PG403", Severity.ERROR, NEVER),
    /** A unit that a duration cannot be counted in, or on something that is no duration. */
    INVALID_UNIT("PG404", Severity.ERROR, NEVER),
    /** The script takes or returns a duration in another unit than it is sent or read in. */
    UNIT_CONTRADICTED("PG405", Severity.ERROR, WITH_REASON),
    /** The script takes a duration in several units. */
    UNITS_DIFFER("PG406", Severity.ERROR, NEVER),
    /** A parameter's name says another unit than the script takes it in. */
    UNIT_NAME_DIFFERS("PG407", Severity.WARNING, WITH_REASON),
    /** Several parts of the arguments have any length, so that the script cannot tell where one ends. */
    LENGTH_UNKNOWN("PG408", Severity.ERROR, NEVER),
    /** {@code @Arg} says something that does not apply to the type. */
    ARG_WITHOUT_EFFECT("PG409", Severity.ERROR, NEVER),
    /** A class that {@code @Codec} names cannot be used. */
    INVALID_CODEC("PG410", Severity.ERROR, NEVER),
    /** The codes of an enum's constants are not complete, or not different. */
    INVALID_CODES("PG411", Severity.ERROR, NEVER),
    /** {@code @Reply} says something that does not apply where it is. */
    REPLY_WITHOUT_EFFECT("PG412", Severity.ERROR, NEVER),

    /** The script returns what does not fit the return type. */
    REPLY_MISMATCH("PG708", Severity.ERROR, WITH_REASON),
    /** The script can return nil, and the return type has no place for it. */
    NIL_REPLY("PG709", Severity.WARNING, WITH_REASON),
    /** The return type has a fraction, which a number that a script returns loses. */
    FRACTION_LOST("PG710", Severity.ERROR, WITH_REASON),
    /** The script returns a name that the record has no component for. */
    NAME_NOT_READ("PG711", Severity.WARNING, WITH_REASON),
    /** The script returns a hash, and the record is read by position. */
    HASH_BY_POSITION("PG712", Severity.WARNING, WITH_REASON),

    /** A method is {@code @ReadOnly}, and its script is not proved to be. */
    NOT_READ_ONLY("PG801", Severity.ERROR, WITH_REASON),
    /** A method is {@code @ExactlyOnce}, and its script writes nothing. */
    NOTHING_TO_RECORD("PG808", Severity.ERROR, WITH_REASON),
    /** A method is {@code @ExactlyOnce}, and its script cannot keep its reply. */
    NOT_RECORDABLE("PG809", Severity.ERROR, NEVER);

    private final String code;
    private final Severity severity;
    private final Suppression suppression;

    InterfaceRule(String code, Severity severity, Suppression suppression) {
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
}
