package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method's script only reads, and the compiler proves it; on an interface, those of all its methods.
 *
 * <p>What Redis refuses in a read-only script refutes it: commands that write, and PUBLISH, SPUBLISH and PFCOUNT, which
 * replicate. So does what nothing is known of: a command whose name is computed, or one of a module.
 *
 * <p>The call is sent as {@code EVALSHA_RO}, and may go to a replica; compiled for a server before Redis 7.0, which lacks that, it
 * is sent as {@code EVALSHA}. If its reply is lost it is sent again: reading twice does no harm.
 *
 * @see <a href="https://redis.io/docs/latest/develop/programmability/#read-only-scripts">Read-only scripts</a>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface ReadOnly {}
