package dev.perigee.processor.contract;

/**
 * A type, in one direction or both.
 *
 * @param type the type as it is written in Java
 * @param parameterAnnotations what stands before a parameter of it
 * @param methodAnnotations what stands before a method that returns it
 * @param script what the script is, without a line break
 * @param passed the expression of the argument in Java; empty if there is none
 * @param passedType the argument's type; empty if it is the same
 * @param expected the expression of the result in Java
 */
record Row(
        String type,
        String parameterAnnotations,
        String methodAnnotations,
        String script,
        String passed,
        String passedType,
        String expected) {

    /** One argument that comes back as it was sent. */
    static Row echo(String type, String value) {
        return new Row(type, "", "", "return ARGV[1]", value, type, value);
    }

    /** Arguments that come back as the array they were sent as. */
    static Row flat(String type, String value) {
        return new Row(type, "", "", "return ARGV", value, type, value);
    }

    /** Arguments, seen as the texts that the script gets. */
    static Row sent(String type, String value, String... texts) {
        return new Row(
                "List<String>",
                "",
                "",
                "return ARGV",
                value,
                type,
                "List.of(\"" + String.join("\", \"", texts) + "\")");
    }

    /** A reply without arguments. */
    static Row reply(String type, String script, String expected) {
        return new Row(type, "", "", script, "", "", expected);
    }

    /** A reply of the newer protocol within the script. */
    static Row reply3(String type, String script, String expected) {
        return reply(type, "redis.setresp(3) " + script, expected);
    }

    /** The same with annotations. */
    Row with(String onParameter, String onMethod) {
        return new Row(type, onParameter, onMethod, script, passed, passedType, expected);
    }

    boolean hasArgument() {
        return !passed.isEmpty();
    }

    /** The type where only a class can stand. */
    String boxed() {
        return switch (type) {
            case "int" -> "Integer";
            case "char" -> "Character";
            case "boolean", "byte", "short", "long", "float", "double" ->
                type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
            default -> type;
        };
    }

    String boxedPassed() {
        return new Row(passedType, "", "", "", "", "", "").boxed();
    }

    @Override
    public String toString() {
        return (hasArgument() && !passedType.equals(type) ? passedType + " as " : "") + type + ": "
                + (hasArgument() ? passed : script);
    }
}
