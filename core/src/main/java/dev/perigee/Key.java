package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a key of the script: {@code KEYS[1]}, {@code KEYS[2]} and so on.
 *
 * <p>Either on the method, once for each key in the order of {@code KEYS}, or on parameters, in the order of the
 * parameters; not both in one method.
 *
 * <p>{@link #value()} is a template. Braces stand for themselves, so a Redis hash tag is written as Redis gets it:
 * {@code "sale:{#sku}:stock"}. {@code #name} is replaced by the parameter's value, {@code #order.customer.id} by a
 * property path of record components or getters, {@code #(name)} is the same where the end of the name would be
 * unclear, and {@code ##} is a {@code #}. A {@code List} in a template gives one key for each element.
 *
 * <p>On a parameter without a template, the parameter's value is the whole key, or each element of it if it is a
 * {@code List}.
 *
 * <p>A parameter that only key templates use is not passed as an argument, unless {@link Arg} says so.
 */
@Documented
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Key.List.class)
public @interface Key {

    /** The key's template; empty, on a parameter only, for the parameter's whole value. */
    String value() default "";

    /** Holds the keys of a method; written by the compiler. */
    @Documented
    @Target({ElementType.METHOD, ElementType.PARAMETER})
    @Retention(RetentionPolicy.CLASS)
    @interface List {

        /** The keys, in the order of {@code KEYS}. */
        Key[] value();
    }
}
