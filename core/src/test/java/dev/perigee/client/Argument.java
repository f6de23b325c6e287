package dev.perigee.client;

import dev.perigee.invoke.ArgumentBuffer;
import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.ReplyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value as an argument, and as what is read where a script sends it back.
 *
 * @param kind what it is, for failures
 * @param expected what is to be read
 * @param buffered adds it to a buffer
 * @param written writes it without one, where that can be done
 * @param read reads it from an array that the reader is in, to which it steps itself
 */
record Argument(
        String kind,
        Object expected,
        Consumer<ArgumentBuffer> buffered,
        Optional<Consumer<ArgumentWriter>> written,
        Function<ReplyReader, Object> read) {

    /** A value that is one argument. */
    static Argument one(
            String kind, Object expected, Consumer<ArgumentBuffer> buffered, ReplyReader.Element<Object> read) {
        return new Argument(kind, expected, buffered, Optional.empty(), reply -> read.read(reply.next(kind)));
    }

    /** The same, written in this way without a buffer. */
    Argument or(Consumer<ArgumentWriter> writer) {
        return new Argument(kind, expected, buffered, Optional.of(writer), read);
    }

    /** Values in a collection, after their number. */
    static Argument collection(List<Argument> elements) {
        return many("collection", elements, argv -> argv.addAll(elements, true, Argument::add));
    }

    /** Values in an array, after their number. */
    static Argument array(List<Argument> elements) {
        Argument[] array = elements.toArray(Argument[]::new);
        return many("array", elements, argv -> argv.addAll(array, true, Argument::add));
    }

    /** Keys and values, after the number of entries. */
    static Argument map(Map<Argument, Argument> entries) {
        List<Argument> flat = new ArrayList<>();
        entries.forEach((key, value) -> {
            flat.add(key);
            flat.add(value);
        });
        return new Argument(
                "map",
                expected(flat),
                argv -> argv.addEntries(entries, true, Argument::add, Argument::add),
                Optional.empty(),
                reply -> read(flat, 2 * reply.next("count").asInt(), reply));
    }

    /** Values that are a record's components. */
    static Argument components(List<Argument> components) {
        return new Argument(
                "record",
                expected(components),
                argv -> argv.addRecord(components, Argument::addAll),
                Optional.empty(),
                reply -> read(components, components.size(), reply));
    }

    /** Several values, after their number. */
    static Argument many(String kind, List<Argument> elements, Consumer<ArgumentBuffer> buffered) {
        return new Argument(
                kind,
                expected(elements),
                buffered,
                Optional.empty(),
                reply -> read(elements, reply.next("count").asInt(), reply));
    }

    private static void add(ArgumentBuffer argv, Argument value) {
        value.buffered.accept(argv);
    }

    private static void addAll(ArgumentBuffer argv, List<Argument> components) {
        components.forEach(component -> component.buffered.accept(argv.name(component.kind)));
    }

    private static List<Object> expected(List<Argument> arguments) {
        return arguments.stream().map(Argument::expected).toList();
    }

    private static List<Object> read(List<Argument> arguments, int count, ReplyReader reply) {
        return arguments.subList(0, count).stream()
                .map(argument -> argument.read.apply(reply))
                .toList();
    }

    @Override
    public String toString() {
        return kind + " " + expected;
    }

    /** What is read back from an argument that stands for nothing. */
    static Object nothing(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(value);
    }
}
