package dev.perigee.processor.model;

import dev.perigee.processor.model.ArgumentType.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Which value is where in ARGV.
 *
 * @param fixed the values that have the same place in every call, in the order of ARGV
 * @param rest what follows, from the first part of variable length on: names of values, each of which may come more than
 *     once, or not at all; none if every value has its place
 */
public record ArgumentLayout(List<Position> fixed, List<Position> rest) {

    /**
     * A value.
     *
     * @param name its name: {@code order.customer}; {@code lines[].sku} in an element
     * @param type what it becomes; a number of elements has the type of what is counted
     * @param argument the argument that it is, or is a part of
     */
    public record Position(String name, ArgumentType type, Argument argument) {

        /** Whether it is the number of elements that follow. */
        public boolean isCount() {
            return type instanceof ArgumentType.Many || type instanceof ArgumentType.Entries;
        }

        /** The name without what it is a part of. */
        public String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    public ArgumentLayout {
        fixed = List.copyOf(fixed);
        rest = List.copyOf(rest);
    }

    static ArgumentLayout of(List<Argument> arguments) {
        Collector collector = new Collector();
        arguments.forEach(argument -> collector.add(argument.name(), argument.type(), argument));
        return new ArgumentLayout(collector.fixed, collector.rest);
    }

    /** Whether the number of arguments depends on the call. */
    public boolean isOpen() {
        return !rest.isEmpty();
    }

    /** Whether an argument can be at this place, from 1. */
    public boolean has(double index) {
        return isOpen() || index <= fixed.size();
    }

    /** The names, in the order of ARGV. */
    public List<String> names() {
        return Stream.concat(fixed.stream(), rest.stream()).map(Position::name).toList();
    }

    /** The names, numbered as far as they have numbers: {@code 1 userId, 2 lines.count, then lines[].sku}. */
    public String describe() {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < fixed.size(); i++) {
            text.add(i + 1 + " " + fixed.get(i).name());
        }
        for (int i = 0; i < rest.size(); i++) {
            text.add((i == 0 && !fixed.isEmpty() ? "then " : "") + rest.get(i).name());
        }
        return text.toString();
    }

    private static final class Collector {

        private final List<Position> fixed = new ArrayList<>();
        private final List<Position> rest = new ArrayList<>();
        private boolean open;

        private void add(String name, ArgumentType type, Argument argument) {
            if (type instanceof ArgumentType.Components components) {
                for (Component component : components.components()) {
                    add(name + "." + component.name(), component.type(), argument);
                }
            } else if (type instanceof ArgumentType.Many many) {
                count(many.counted(), name, type, argument);
                add(name + "[]", many.element(), argument);
            } else if (type instanceof ArgumentType.Entries entries) {
                count(entries.counted(), name, type, argument);
                add(name + "[].key", entries.key(), argument);
                add(name + "[].value", entries.value(), argument);
            } else {
                (open ? rest : fixed).add(new Position(name, type, argument));
            }
        }

        /** What is behind has no place of its own. */
        private void count(boolean counted, String name, ArgumentType type, Argument argument) {
            if (counted) {
                (open ? rest : fixed).add(new Position(name + ".count", type, argument));
            }
            open = true;
        }
    }
}
