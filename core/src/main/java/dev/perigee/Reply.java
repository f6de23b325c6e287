package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

/** Says more about how a reply is read: on a method about its whole reply, on a record or its components about theirs. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Reply {

    /**
     * The unit in which a {@link java.time.Duration}, or an {@link java.time.Instant} since the epoch, comes as a number:
     * {@link ChronoUnit#MILLIS} for {@code PTTL}, {@link ChronoUnit#SECONDS} for {@code TTL}.
     */
    ChronoUnit unit() default ChronoUnit.FOREVER;

    /**
     * Whether a record is read from a flat array of names and values, as {@code HGETALL} gives it, and not by position.
     * On a record, or on a method for the records that its reply directly consists of. A RESP3 map is read by name
     * always.
     */
    boolean byName() default false;

    /** The name under which a record's component comes, where records are read by name; empty for its own name. */
    String name() default "";
}
