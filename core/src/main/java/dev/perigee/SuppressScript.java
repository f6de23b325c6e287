package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences one of the processor's findings, with the reason for it, in a method or in all methods of an interface.
 *
 * <p>In a script, {@code -- perigee: allow PG203 reason} does the same: on the line of the finding or the one above it; for a
 * finding that names no line, as that a key is never used, anywhere in the script.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
@Repeatable(SuppressScript.List.class)
public @interface SuppressScript {

    /** The finding's code, as printed in brackets: {@code "PG301"}. */
    String code();

    /** Why the finding does not apply here; must not be blank. */
    String reason();

    /** Holds several suppressions; written by the compiler. */
    @Documented
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.CLASS)
    @interface List {

        /** The suppressions. */
        SuppressScript[] value();
    }
}
