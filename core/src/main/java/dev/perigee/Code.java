package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The code by which a script knows an enum's constant, or an alternative of a sealed interface: a word or a whole number.
 *
 * <p>On a constant it is what is passed and read instead of its name and place. On a record that is one of a sealed
 * interface's, it is the first element of the reply that chooses it, instead of the record's name.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Code {

    /** The code; a number is written in decimal digits. */
    String value();
}
