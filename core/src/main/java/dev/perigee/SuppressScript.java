package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences one of the processor's findings, with the reason for it, in a method or in all methods of an interface. In a
 * script, {@code -- perigee: allow PG301 reason} on the finding's line or the line above it does the same.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.SOURCE)
@Repeatable(SuppressScript.List.class)
public @interface SuppressScript {

    /** The finding's code, as printed in brackets: {@code "PG301"}. */
    String code();

    /** Why the finding does not apply here; must not be blank. */
    String reason();

    /** Holds several suppressions; written by the compiler. */
    @Documented
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.SOURCE)
    @interface List {

        /** The suppressions. */
        SuppressScript[] value();
    }
}
