package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Running the method's script twice does no more than running it once; on an interface, that holds for all its methods that
 * do not say otherwise with {@link ExactlyOnce}.
 *
 * <p>A call whose reply was lost, so that it may or may not have run, is then sent again, within its time limit. Without this
 * annotation it fails with {@link dev.perigee.error.ScriptOutcomeUnknownException ScriptOutcomeUnknownException}.
 *
 * <p>Nothing verifies it: {@code SET} and {@code HSET} of given values, {@code SADD}, {@code DEL} are repeated without harm;
 * {@code INCR}, {@code LPUSH}, {@code XADD} are not. The second run may reply something else than the first, as {@code SADD}
 * does, and that is the reply that the caller gets. Between the two runs other callers may have changed the data, and the
 * second overwrites that.
 *
 * <p>A script that is proven to write nothing is repeated in any case, and needs no annotation.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Idempotent {}
