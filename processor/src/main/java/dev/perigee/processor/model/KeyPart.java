package dev.perigee.processor.model;

import java.util.List;
import java.util.stream.Stream;

/** A piece of a key. */
public sealed interface KeyPart {

    /**
     * Text that is always the same.
     *
     * @param text the text
     */
    record Text(String text) implements KeyPart {}

    /**
     * A value of the call.
     *
     * @param parameter the parameter it comes from
     * @param properties the properties that lead from the parameter to it, in order
     * @param kind how it is written
     * @param list whether it is a list of such values
     */
    record Value(String parameter, List<Property> properties, Kind kind, boolean list) implements KeyPart {

        public Value {
            properties = List.copyOf(properties);
        }

        /** As users wrote it: {@code order.customer.id}. */
        public String name() {
            return String.join(".", path());
        }

        /** The names it was written with: {@code order}, {@code customer}, {@code id}. */
        public List<String> path() {
            return Stream.concat(Stream.of(parameter), properties.stream().map(Property::name))
                    .toList();
        }
    }

    /**
     * A property in a path.
     *
     * @param name as users wrote it
     * @param accessor the method that reads it
     */
    record Property(String name, String accessor) {}

    /** How a value in a key is written. */
    enum Kind {
        /** Text of any kind. */
        TEXT,
        /** Bytes of any kind; only as a whole key. */
        BYTES,
        /** The digits of a boxed integer. */
        INTEGER,
        /** The digits of an integer that cannot be null. */
        PRIMITIVE_INTEGER,
        /** {@code true} or {@code false}, boxed. */
        BOOLEAN,
        /** {@code true} or {@code false}, which cannot be null. */
        PRIMITIVE_BOOLEAN,
        /** The 36 characters of a UUID. */
        UUID,
        /** A constant's name. */
        ENUM;

        /** Whether it can be empty or hold braces, and so be or break a hash tag. */
        public boolean isFree() {
            return this == TEXT || this == BYTES;
        }

        /** Whether it cannot be null. */
        public boolean isPrimitive() {
            return this == PRIMITIVE_INTEGER || this == PRIMITIVE_BOOLEAN;
        }
    }
}
