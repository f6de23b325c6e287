package dev.perigee.invoke;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its type arguments, as JSON is written and read by: {@code new JsonType<List<Order>>() {}}.
 *
 * @param <T> the type
 */
public abstract class JsonType<T> {

    private final Type type;

    /** The type that the subclass gives. */
    protected JsonType() {
        this.type = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
    }

    /** The type. */
    public final Type type() {
        return type;
    }

    @Override
    public String toString() {
        return type.getTypeName();
    }
}
