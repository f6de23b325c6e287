package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An error code that the script raises becomes an exception of the application's.
 *
 * <p>The exception has a constructor, visible to the interface's package, that takes a {@code String}, the error's text
 * after the code, or a {@link dev.perigee.error.ScriptErrorException ScriptErrorException}, or both in this order; or
 * nothing. The compiler checks that the script raises the code, and that a method which waits for its reply declares a
 * checked exception. On an interface it holds for all methods whose scripts raise the code.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(ScriptError.List.class)
public @interface ScriptError {

    /** The first word of the error, as in {@code redis.error_reply('OUT_OF_STOCK only 3 left')}. */
    String code();

    /** What is thrown instead of a {@code ScriptErrorException}. */
    Class<? extends Exception> exception();

    /** Holds the errors of a method or interface; written by the compiler. */
    @Documented
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.CLASS)
    @interface List {

        /** The errors. */
        ScriptError[] value();
    }
}
