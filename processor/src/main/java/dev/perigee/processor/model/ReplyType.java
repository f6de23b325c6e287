package dev.perigee.processor.model;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** What a reply, or a part of one, is read into. */
public sealed interface ReplyType {

    /** The reply is ignored, unless it is an error. */
    record Nothing() implements ReplyType {}

    /**
     * One value that the reader has a method for.
     *
     * @param reader that method
     */
    record Scalar(String reader) implements ReplyType {}

    /**
     * A {@code Duration}, or an {@code Instant} since the epoch.
     *
     * @param instant whether it is an {@code Instant}
     * @param unit the name of the {@code ChronoUnit} in which it comes
     */
    record Time(boolean instant, String unit) implements ReplyType {}

    /**
     * An enum.
     *
     * @param type the enum
     * @param codes the code of each constant; none if they are known by name and by place
     */
    record Constant(TypeMirror type, List<String> codes) implements ReplyType {

        public Constant {
            codes = List.copyOf(codes);
        }
    }

    /**
     * What may be missing.
     *
     * @param value what else it is read into
     * @param absence what stands for nil
     */
    record Maybe(ReplyType value, Absence absence) implements ReplyType {}

    /** What stands for nil. */
    enum Absence {
        /** An empty {@code Optional}. */
        OPTIONAL,
        /** An empty {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}, as the value is. */
        PRIMITIVE_OPTIONAL,
        /** Null. */
        NULL
    }

    /**
     * A {@code List}, also as the more general {@code Collection} and {@code Iterable}, or a {@code Set}.
     *
     * @param set whether it is a {@code Set}
     * @param element what its elements are read into
     */
    record Many(boolean set, ReplyType element) implements ReplyType {}

    /**
     * A {@code Map}, from a flat array of keys and values.
     *
     * @param key what its keys are read into
     * @param value what its values are read into
     */
    record Pairs(ReplyType key, ReplyType value) implements ReplyType {}

    /**
     * A record.
     *
     * @param id tells it from others that are being read, see {@link Again}
     * @param type the record, with type arguments
     * @param name its simple name
     * @param byName whether it is read from a flat array of names and values, and not by position
     * @param components its components, in order
     */
    record Tuple(String id, TypeMirror type, String name, boolean byName, List<Component> components)
            implements ReplyType {

        public Tuple {
            components = List.copyOf(components);
        }

        /** The names under which the components come. */
        public List<String> keys() {
            return components.stream().map(Component::key).toList();
        }
    }

    /**
     * A component of a record.
     *
     * @param name its name
     * @param key the name under which it comes
     * @param type what it is read into
     */
    record Component(String name, String key, ReplyType type) {}

    /**
     * A sealed interface of records: the first element chooses one, the others are its components.
     *
     * @param id tells it from others that are being read, see {@link Again}
     * @param type the interface
     * @param name its simple name
     * @param alternatives the records
     */
    record OneOf(String id, TypeMirror type, String name, List<Alternative> alternatives) implements ReplyType {

        public OneOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * A record of a sealed interface.
     *
     * @param codes what chooses it: its code, or the forms of its name
     * @param record the record
     */
    record Alternative(List<String> codes, Tuple record) {

        public Alternative {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A record or sealed interface within itself.
     *
     * @param id that of the one it is within
     */
    record Again(String id) implements ReplyType {}

    /**
     * What a string of JSON says.
     *
     * @param type its type
     */
    record Json(TypeMirror type) implements ReplyType {}

    /**
     * What a decoder makes of it.
     *
     * @param type its type
     * @param codec the decoder
     */
    record Decoded(TypeMirror type, CodecUse codec) implements ReplyType {}
}
