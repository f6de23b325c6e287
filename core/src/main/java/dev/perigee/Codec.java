package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names how values of a type travel, where Perigee has no form for them or another is wanted.
 *
 * <p>{@link #value()} lists classes that implement {@link dev.perigee.codec.ArgEncoder ArgEncoder&lt;T&gt;}, {@link
 * dev.perigee.codec.ReplyDecoder ReplyDecoder&lt;T&gt;} or both, with a constructor without parameters. They are used for
 * every {@code T} in the annotated parameter, component, method or interface; said on a type itself, for that type
 * everywhere. What is nearest counts: parameter or component, method, interface, type.
 *
 * <p>With no class, types that Perigee has no form for are sent and read by the encoder and decoder that are registered
 * for them on the client. An invoker cannot be created for a client that lacks one.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Codec {

    /** The classes; none for what is registered on the client. */
    Class<?>[] value() default {};
}
