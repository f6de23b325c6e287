package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

/**
 * Says more about an argument of the script: {@code ARGV[1]}, {@code ARGV[2]} and so on; or about a component of a record
 * that is passed as arguments.
 *
 * <p>A parameter that no key uses is an argument without it. On a parameter that a key template uses, it passes the
 * value as an argument too.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Arg {

    /**
     * The unit in which a {@link java.time.Duration}, or an {@link java.time.Instant} since the epoch, is passed, as a
     * whole number: {@link ChronoUnit#MILLIS} for {@code PX} and {@code PEXPIRE}, {@link ChronoUnit#SECONDS} for {@code EX}
     * and {@code EXPIRE}. What lies between two whole numbers is rounded up, so that a short time to live does not become
     * none.
     */
    ChronoUnit unit() default ChronoUnit.FOREVER;

    /**
     * Whether the number of elements of a list, set, array or map is passed as an argument of its own, before the
     * elements, so that the script can tell where they end.
     */
    boolean count() default false;

    /** What is passed for an empty {@link java.util.Optional}, or for a null that {@code @Nullable} allows. */
    String absent() default "";
}
