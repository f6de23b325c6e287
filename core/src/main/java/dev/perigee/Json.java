package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value travels as one JSON text, written and read by the client's {@link dev.perigee.codec.JsonCodec JsonCodec}.
 *
 * <p>On a parameter or a record's component it is passed as one argument. On a method, what the reply is read into,
 * within {@code CompletionStage}, {@code Mono}, {@code Flux} and {@code Optional}, comes as one string of JSON. On a type
 * argument, as in {@code List<@Json Order>}, it is about that alone.
 */
@Documented
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.CLASS)
public @interface Json {}
