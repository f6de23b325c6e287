package dev.perigee.processor.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What a value becomes as arguments. */
public sealed interface ArgumentType {

    /** The width of what becomes more or fewer arguments from call to call. */
    int VARIES = -1;

    /**
     * A value with a form of its own, which is one argument.
     *
     * @param type its type
     * @param form how it is passed, and what has to be checked first
     */
    record Scalar(TypeMirror type, Form form) implements ArgumentType {

        /** How a value is passed. */
        public enum Form {
            /** A primitive integer or boolean. */
            PRIMITIVE,
            /** A primitive floating-point number, which must be finite. */
            PRIMITIVE_FLOATING,
            /** A primitive {@code char}. */
            CHARACTER,
            /** A boxed floating-point number. */
            FLOATING,
            /** What is passed as the text that its {@code toString()} gives. */
            TEXT,
            /** Bytes, which are copied. */
            BYTES,
            /** Any other object. */
            OBJECT
        }
    }

    /**
     * A {@code Duration} or {@code Instant}, as a whole number.
     *
     * @param instant whether it is a point in time
     * @param unit the name of the {@code ChronoUnit} in which it is counted
     */
    record Time(boolean instant, String unit) implements ArgumentType {}

    /**
     * An enum.
     *
     * @param type the enum
     * @param codes the code of each constant; none if they are passed by name
     */
    record Constant(TypeMirror type, List<String> codes) implements ArgumentType {

        public Constant {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A value that an encoder of the application's makes an argument of.
     *
     * @param type its type
     * @param codec which one
     */
    record Encoded(TypeMirror type, CodecUse codec) implements ArgumentType {}

    /**
     * A value that is passed as one text of JSON.
     *
     * @param type its type
     */
    record Json(TypeMirror type) implements ArgumentType {}

    /**
     * A value that may be absent.
     *
     * @param holder what holds it
     * @param value what it is if it is present
     * @param absent what is passed otherwise
     */
    record Absent(Holder holder, ArgumentType value, String absent) implements ArgumentType {

        /** What holds a value that may be absent. */
        public enum Holder {
            /** {@code Optional}. */
            OPTIONAL,
            /** {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}. */
            PRIMITIVE,
            /** Nothing: it may be null. */
            NULL
        }
    }

    /**
     * The elements of a collection or array, in order.
     *
     * @param element what each becomes
     * @param primitive whether it is an array of primitive numbers
     * @param counted whether their number is passed before them
     */
    record Many(ArgumentType element, boolean primitive, boolean counted) implements ArgumentType {}

    /**
     * The keys and values of a map.
     *
     * @param key what each key becomes
     * @param value what each value becomes, behind its key
     * @param counted whether their number is passed before them
     */
    record Entries(ArgumentType key, ArgumentType value, boolean counted) implements ArgumentType {}

    /**
     * The components of a record, in order.
     *
     * @param type the record, with type arguments
     * @param name its simple name
     * @param components its components
     */
    record Components(TypeMirror type, String name, List<Component> components) implements ArgumentType {

        public Components {
            components = List.copyOf(components);
        }
    }

    /**
     * A component of a record.
     *
     * @param name its name
     * @param accessor the name of the method that gives its value
     * @param type what it becomes
     */
    record Component(String name, String accessor, ArgumentType type) {}

    /** How many arguments it becomes, or {@link #VARIES}. */
    default int width() {
        if (this instanceof Many || this instanceof Entries) {
            return VARIES;
        }
        if (!(this instanceof Components components)) {
            return 1;
        }
        int sum = 0;
        for (Component component : components.components()) {
            int width = component.type().width();
            if (width == VARIES) {
                return VARIES;
            }
            sum += width;
        }
        return sum;
    }

    /** The classes of codecs that it, or a part of it, is encoded by. */
    default Set<TypeElement> codecs() {
        Set<TypeElement> codecs = new HashSet<>();
        if (this instanceof Encoded encoded && encoded.codec().codec() != null) {
            codecs.add(encoded.codec().codec());
        } else if (this instanceof Absent absent) {
            codecs.addAll(absent.value().codecs());
        } else if (this instanceof Many many) {
            codecs.addAll(many.element().codecs());
        } else if (this instanceof Entries entries) {
            codecs.addAll(entries.key().codecs());
            codecs.addAll(entries.value().codecs());
        } else if (this instanceof Components record) {
            record.components()
                    .forEach(component -> codecs.addAll(component.type().codecs()));
        }
        return codecs;
    }

    /** Whether it is a text, an id or a constant's name. */
    default boolean isText() {
        if (this instanceof Absent absent) {
            return absent.value().isText();
        }
        return (this instanceof Constant constant && constant.codes().isEmpty())
                || (this instanceof Scalar scalar
                        && (TypeReader.isNamed(scalar.type(), "java.lang.String")
                                || TypeReader.isNamed(scalar.type(), "java.lang.CharSequence")
                                || TypeReader.isNamed(scalar.type(), "java.util.UUID")));
    }

    /** Whether it is a whole number that may be beyond 2<sup>53</sup>. */
    default boolean isLong() {
        if (this instanceof Absent absent) {
            return absent.value().isLong();
        }
        return isBig()
                || (this instanceof Scalar scalar
                        && (scalar.type().getKind() == TypeKind.LONG
                                || TypeReader.isNamed(scalar.type(), "java.lang.Long")));
    }

    /** Whether it is a whole number of any size. */
    default boolean isBig() {
        return this instanceof Absent absent
                ? absent.value().isBig()
                : this instanceof Scalar scalar && TypeReader.isNamed(scalar.type(), "java.math.BigInteger");
    }
}
