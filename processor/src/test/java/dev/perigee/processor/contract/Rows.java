package dev.perigee.processor.contract;

import java.util.ArrayList;
import java.util.List;

/** The table: every type that arguments and replies can have. */
final class Rows {

    private static final String CODEC = "@Codec(MoneyCodec.class)";

    private Rows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(scalars());
        rows.addAll(arrays());
        rows.addAll(arguments());
        rows.addAll(replies());
        rows.addAll(newerReplies());
        return rows;
    }

    /** One argument, and what it is read back into. */
    private static List<Row> scalars() {
        return List.of(
                Row.echo("String", "\"gr\\u00fcn {x} \\ud83c\\udf19\""),
                Row.echo("String", "\"\""),
                Row.echo("byte[]", "new byte[] {0, 13, 10, -1}"),
                Row.echo("boolean", "true"),
                Row.echo("Boolean", "false"),
                Row.echo("byte", "(byte) -128"),
                Row.echo("short", "(short) 32767"),
                Row.echo("int", "-2147483648"),
                Row.echo("Integer", "7"),
                Row.echo("long", "Long.MIN_VALUE"),
                Row.echo("Long", "Long.MAX_VALUE"),
                Row.echo("float", "0.1f"),
                Row.echo("double", "0.1"),
                Row.echo("Double", "-1.0E300"),
                Row.echo("BigDecimal", "new BigDecimal(\"-12345678901234567890.0123456789\")"),
                Row.echo("BigInteger", "new BigInteger(\"-123456789012345678901234567890\")"),
                Row.echo("Level", "Level.HIGH"),
                Row.echo("Coded", "Coded.OFF"),
                Row.echo("UUID", "UUID.fromString(\"01234567-89ab-cdef-0123-456789abcdef\")"),
                Row.echo("Duration", "Duration.ofMillis(-1500)")
                        .with("@Arg(unit = ChronoUnit.MILLIS)", "@Reply(unit = ChronoUnit.MILLIS)"),
                Row.echo("Instant", "Instant.ofEpochSecond(1_800_000_000)")
                        .with("@Arg(unit = ChronoUnit.SECONDS)", "@Reply(unit = ChronoUnit.SECONDS)"),
                Row.echo("Money", "new Money(12, \"EUR\")").with(CODEC, CODEC),
                Row.echo("URI", "URI.create(\"a:b\")").with("@Codec", "@Codec"),
                Row.echo("Point", "new Point(1, -2)").with("@Json", "@Json"),
                Row.echo("List<Point>", "List.of(new Point(1, 2), new Point(3, 4))")
                        .with("@Json", "@Json"),
                Row.echo("Map<String, List<Point>>", "Map.of(\"a\", List.of(new Point(1, 2)))")
                        .with("@Json", "@Json"));
    }

    /** Several arguments, and what they are read back into. */
    private static List<Row> arrays() {
        return List.of(
                Row.flat("List<String>", "List.of(\"a\", \"b\")"),
                Row.flat("List<String>", "List.of()"),
                Row.flat("List<Long>", "List.of(1L, -2L)"),
                Row.flat("List<Level>", "List.of(Level.LOW, Level.HIGH)"),
                Row.flat("Set<String>", "Set.of(\"a\", \"b\", \"c\")"),
                Row.flat("Map<String, Integer>", "Map.of(\"a\", 1, \"b\", 2)"),
                Row.flat("Map<Level, Double>", "Map.of(Level.LOW, 0.5)"),
                Row.flat("Point", "new Point(3, 4)"),
                Row.flat("Mixed", "new Mixed(\"a\", 2L, 0.25, true, Level.LOW, Coded.ON)"));
    }

    /** Arguments, as the script sees them. */
    private static List<Row> arguments() {
        return List.of(
                Row.sent("int[]", "new int[] {1, -2}", "1", "-2"),
                Row.sent("long[]", "new long[] {1, -2}", "1", "-2"),
                Row.sent("double[]", "new double[] {0.5, 2}", "0.5", "2"),
                Row.sent("String[]", "new String[] {\"a\", \"b\"}", "a", "b"),
                Row.sent("Collection<String>", "List.of(\"a\")", "a"),
                Row.sent("Optional<String>", "Optional.of(\"a\")", "a"),
                Row.sent("Optional<String>", "Optional.empty()", ""),
                Row.sent("OptionalInt", "OptionalInt.of(3)", "3"),
                Row.sent("OptionalLong", "OptionalLong.empty()", "none").with("@Arg(absent = \"none\")", ""),
                Row.sent("OptionalDouble", "OptionalDouble.of(0.5)", "0.5"),
                Row.sent("String", "\"a\"", "a").with("@Nullable", ""),
                Row.sent("List<@Nullable Long>", "Arrays.asList(1L, null)", "1", "-")
                        .with("@Arg(absent = \"-\")", ""),
                Row.sent("double", "12.0", "12"),
                Row.sent("double", "1e17", "100000000000000000"),
                Row.sent("char", "'x'", "x"),
                Row.sent("Character", "'\\u00fc'", "\\u00fc"),
                Row.sent("CharSequence", "new StringBuilder(\"a b\")", "a b"),
                Row.sent("Line", "new Line(new Point(1, 2), new Point(3, 4))", "1", "2", "3", "4"),
                Row.sent("List<Point>", "List.of(new Point(1, 2), new Point(3, 4))", "1", "2", "3", "4"),
                Row.sent("List<Point>", "List.of(new Point(1, 2), new Point(3, 4))", "2", "1", "2", "3", "4")
                        .with("@Arg(count = true)", ""),
                Row.sent("Map<String, Point>", "Map.of(\"a\", new Point(1, 2))", "a", "1", "2"),
                Row.sent("Tagged", "new Tagged(\"a\", List.of(\"x\", \"y\"), 3)", "a", "2", "x", "y", "3"));
    }

    /** Replies in the older protocol, whatever the connection speaks. */
    private static List<Row> replies() {
        return List.of(
                Row.reply("long", "return 7", "7L"),
                Row.reply("int", "return -7", "-7"),
                Row.reply("short", "return 7", "(short) 7"),
                Row.reply("byte", "return 7", "(byte) 7"),
                Row.reply("boolean", "return true", "true"),
                Row.reply("boolean", "return false", "false"),
                Row.reply("boolean", "return 0", "false"),
                Row.reply("boolean", "return redis.status_reply('OK')", "true"),
                Row.reply("double", "return '1.5e3'", "1500.0"),
                Row.reply("BigDecimal", "return '0.10'", "new BigDecimal(\"0.10\")"),
                Row.reply("BigInteger", "return 12", "BigInteger.valueOf(12)"),
                Row.reply("String", "return redis.status_reply('FINE')", "\"FINE\""),
                Row.reply("Level", "return 1", "Level.HIGH"),
                Row.reply("Coded", "return 'on'", "Coded.ON"),
                Row.reply("Duration", "return 1500", "Duration.ofMillis(1500)")
                        .with("", "@Reply(unit = ChronoUnit.MILLIS)"),
                Row.reply("Instant", "return 1800000000", "Instant.ofEpochSecond(1_800_000_000)")
                        .with("", "@Reply(unit = ChronoUnit.SECONDS)"),
                Row.reply("Optional<Long>", "return 7", "Optional.of(7L)"),
                Row.reply("Optional<Long>", "return false", "Optional.empty()"),
                Row.reply("List<@Nullable Long>", "return {1, false, 3}", "Arrays.asList(1L, null, 3L)"),
                Row.reply("OptionalLong", "return 7", "OptionalLong.of(7)"),
                Row.reply("OptionalInt", "return false", "OptionalInt.empty()"),
                Row.reply("OptionalDouble", "return '0.5'", "OptionalDouble.of(0.5)"),
                Row.reply(
                        "List<Optional<Long>>",
                        "return {1, false, 3}",
                        "List.of(Optional.of(1L), Optional.empty(), Optional.of(3L))"),
                Row.reply("Iterable<String>", "return {'a', 'b'}", "List.of(\"a\", \"b\")"),
                Row.reply("Collection<Level>", "return {'LOW', 1}", "List.of(Level.LOW, Level.HIGH)"),
                Row.reply(
                        "List<List<Long>>",
                        "return {{1, 2}, {}, {3}}",
                        "List.of(List.of(1L, 2L), List.of(), List.of(3L))"),
                Row.reply("Line", "return {{1, 2}, {3, 4}}", "new Line(new Point(1, 2), new Point(3, 4))"),
                Row.reply(
                        "List<Line>",
                        "return {{{1, 2}, {3, 4}}}",
                        "List.of(new Line(new Point(1, 2), new Point(3, 4)))"),
                Row.reply("Map<String, Point>", "return {'a', {1, 2}}", "Map.of(\"a\", new Point(1, 2))"),
                Row.reply("Named", "return {'y', 2, 'z', 9, 'x_axis', 1}", "new Named(1, 2)"),
                Row.reply("Point", "return {'y', 2, 'x', 1}", "new Point(1, 2)").with("", "@Reply(byName = true)"),
                Row.reply("Sale", "return {'SOLD', 5}", "new Sold(5)"),
                Row.reply("Sale", "return {'Sold', 6}", "new Sold(6)"),
                Row.reply("Sale", "return {0}", "new SoldOut()"),
                Row.reply("Sale", "return 0", "new SoldOut()"),
                Row.reply("List<Sale>", "return {{'SOLD', 5}, 0}", "List.of(new Sold(5), new SoldOut())"),
                Row.reply("Money", "return '14 EUR'", "new Money(14, \"EUR\")").with("", CODEC),
                Row.reply(
                                "List<Money>",
                                "return {'14 EUR', '15 EUR'}",
                                "List.of(new Money(14, \"EUR\"), new Money(15, \"EUR\"))")
                        .with("", CODEC),
                Row.reply("List<@Json Point>", "return {'{\"x\":1,\"y\":2}'}", "List.of(new Point(1, 2))"),
                Row.reply("Optional<Point>", "return false", "Optional.empty()").with("", "@Json"));
    }

    /** Replies with redis.setresp(3): as they are where the connection speaks it, as their older forms where not. */
    private static List<Row> newerReplies() {
        return List.of(
                Row.reply3("double", "return {double = 0.5}", "0.5"),
                Row.reply3("boolean", "return true", "true"),
                Row.reply3("boolean", "return false", "false"),
                Row.reply3("Map<String, Long>", "return {map = {a = 1}}", "Map.of(\"a\", 1L)"),
                Row.reply3("Set<String>", "return {set = {a = true}}", "Set.of(\"a\")"),
                Row.reply3(
                        "BigInteger",
                        "return {big_number = '123456789012345678901234567890'}",
                        "new BigInteger(\"123456789012345678901234567890\")"),
                Row.reply3(
                        "BigDecimal",
                        "return {big_number = '12345678901234567890'}",
                        "new BigDecimal(\"12345678901234567890\")"),
                Row.reply3("Named", "return {map = {x_axis = 1, y = 2}}", "new Named(1, 2)"),
                Row.reply3(
                        "Map<String, List<Double>>",
                        "return {map = {a = {{double = 0.5}}}}",
                        "Map.of(\"a\", List.of(0.5))"),
                Row.reply3("List<Set<Long>>", "return {{set = {[7] = true}}}", "List.of(Set.of(7L))"));
    }
}
