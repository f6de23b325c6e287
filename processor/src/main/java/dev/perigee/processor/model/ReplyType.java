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
     * An enum, by name or by place.
     *
     * @param type the enum
     */
    record Constant(TypeMirror type) implements ReplyType {}

    /**
     * An {@code Optional}: empty for nil.
     *
     * @param value what else it holds
     */
    record Maybe(ReplyType value) implements ReplyType {}

    /**
     * A {@code List}.
     *
     * @param element what its elements are read into
     */
    record Many(ReplyType element) implements ReplyType {}

    /**
     * A record, by position.
     *
     * @param type the record, with type arguments
     * @param name its simple name
     * @param components its components, in order
     */
    record Tuple(TypeMirror type, String name, List<Component> components) implements ReplyType {

        public Tuple {
            components = List.copyOf(components);
        }
    }

    /**
     * A component of a record.
     *
     * @param name its name
     * @param type what it is read into
     */
    record Component(String name, ReplyType type) {}
}
