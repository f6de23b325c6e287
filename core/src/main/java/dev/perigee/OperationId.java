package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This parameter tells an operation from others: all calls with the same value, of the same {@link ExactlyOnce} method and
 * with keys of the same hash tag, run the script once, within the time that it remembers. Without it, each call is an
 * operation of its own.
 *
 * <p>It is a {@code String} or a {@code UUID}, neither null nor empty, which is checked before a call is sent. It is not passed
 * to the script, unless {@link Arg} says so.
 *
 * <p>With {@link #value()} it is a property of the parameter, which is passed as any other: {@code @OperationId("id") Order
 * order}. On the parameter with {@link Each} it is that of each element. A value that all elements had in common would make
 * them one operation, and is refused.
 *
 * <p>Take it from where the operation begins: the message's id, a number that the form was rendered with. An id that is made
 * anew where the call is repeated tells nothing.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface OperationId {

    /** The property of the parameter, or a path of them, as in key templates: {@code "customer.id"}; empty for itself. */
    String value() default "";
}
