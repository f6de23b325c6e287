package dev.perigee.processor.mutation;

/** A kind of fault, as developers make them. */
enum Fault {
    KEYS_INDEX_TOO_HIGH(true),
    ARGV_INDEX_TOO_HIGH(true),
    INDEX_ZERO(true),
    TAG_DROPPED(true),
    TAG_OF_ANOTHER_PARAMETER(true),
    COMMAND_LETTER_LOST(true),
    COMMAND_LETTERS_EXCHANGED(true),
    ARGUMENT_LOST(true),
    ARGUMENT_TOO_MANY(true),
    LOCAL_LOST(true),
    VARIABLE_MISSPELT(true),
    ARRAY_MISSPELT(true),
    FUNCTION_MISSPELT(false),
    NIL_FOR_FALSE(false),
    INTEGER_AS_CONDITION(false),
    TONUMBER_LOST(false),
    UNIT_WRONG(false),
    FRACTION_RETURNED(false),
    FIELDS_RETURNED(false),
    ELEMENT_TOO_MANY(false),
    SEVERAL_VALUES_RETURNED(false),
    NIL_RETURNED(false),
    OPTION_MISSPELT(false),
    OPERAND_LOST(false),
    OPTIONS_CONFLICT(false),
    KEY_LITERAL(false),
    KEY_FROM_ARGUMENT(false),
    COMMAND_NOT_ALLOWED(false),
    COMMAND_TOO_NEW(false),
    ARGUMENTS_EXCHANGED_IN_JAVA(false),
    ARGUMENTS_EXCHANGED_IN_LUA(false),
    WRITE_IN_READ_ONLY(false),
    KEYWORD_LOST(false);

    private final boolean mustBeCaught;

    Fault(boolean mustBeCaught) {
        this.mustBeCaught = mustBeCaught;
    }

    /** Whether every fault of this kind must be caught: those of indexes, tags, commands, arity and globals. */
    boolean mustBeCaught() {
        return mustBeCaught;
    }
}
