package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds an interface, or one method of it, to Redis Lua scripts.
 *
 * <p>On an interface, {@link #value()} names a folder among the resources, and every abstract method is bound to the
 * file in it that has the method's name in kebab case: {@code addItem} to {@code add-item.lua}. If it names a file, one
 * that ends in {@code .lua}, the interface has exactly one abstract method, and that is bound to it. On a method,
 * {@code value} names the method's file: relative to the interface's folder, or from the resources' root when it starts
 * with a slash.
 *
 * <p>The annotation processor checks the interface against its scripts and generates the class
 * <code><i>Interface</i>Invoker</code> in the same package ({@code Outer_InnerInvoker} for a nested interface).
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RedisScript {

    /** The folder of the scripts, or the {@code .lua} file; a path among the resources, with slashes. */
    String value() default "";

    /**
     * What is required of a method's keys. Said on the interface it holds for its methods, unless a method says
     * otherwise.
     */
    Slots slots() default Slots.PROVEN;

    /**
     * The time limit of a call, from when it is made until its reply is there, what is sent again included: a duration as
     * {@link java.time.Duration#parse} reads it, in whole milliseconds, from one to a hundred years: {@code
     * "PT0.25S"}. Empty for that of the connection. Said on the interface it holds for its methods, unless a method says otherwise.
     *
     * <p>When it is over, the call ends for its caller; a script that is running goes on. It says nothing about the server.
     */
    String timeout() default "";
}
