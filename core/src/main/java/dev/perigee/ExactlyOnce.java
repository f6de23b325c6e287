package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each call of the method runs its script once, however often the call is sent.
 *
 * <p>The compiler wraps the script, so that it keeps its reply under an operation key, in the same atomic run, and gives that
 * reply when it is called with this key again. So a call whose reply was lost is sent again within its time limit, and returns
 * what its first run returned, errors included. An operation is one call, or, with an {@link OperationId}, all calls with the
 * same id, as when a message is delivered twice or a button is pressed twice.
 *
 * <p>The operation key is {@code perigee:once:{tag}:file:id}: the hash tag of the method's keys, the script's path, the id.
 * It is passed as one key more than the script sees, and shares the slot of the others, which has to be provable: it is a
 * compile error if nothing is known about them.
 *
 * <p><b>What it promises.</b> Redis runs a script as a whole, with no other command in between, and propagates what it wrote
 * as one transaction; so the effects of a script and the record of its reply are there together, or neither is, on each server,
 * in the append-only file and on replicas.
 *
 * <p><b>What it survives.</b> Lost connections, time-outs of the client, and repetition by any process, as long as the id
 * is the same; an error of the script, whose earlier writes stay, and which is kept as its reply; {@code FLUSHDB} by the
 * script itself; moves of the slot, since the key moves with it.
 *
 * <p><b>What it does not survive.</b>
 *
 * <ul>
 *   <li>Replication to replicas, and so fail-over, is asynchronous: a call that was answered may be lost, effects and record
 *       together, when the master fails. One whose reply was lost is sent again, to the new master, and runs there: against
 *       what that has, this is the first run. An append-only file that is not synced at each write loses both together, too.
 *   <li>After {@code remember} the record expires, by the server's clock: a repetition then runs again. Choose it longer than
 *       any call can be repeated: an id that is made for each call is repeated within the call's time limit only; one that a
 *       queue delivers, for as long as that may keep the message. A clock that is set forward expires it early.
 *   <li>A record is a key with an expiry, and may be evicted, under a {@code maxmemory-policy} other than {@code noeviction}.
 *       {@code FLUSHDB} and {@code FLUSHALL} by others remove it.
 *   <li>Effects outside of the script's server are not part of it: messages that it published are not recalled by a
 *       fail-over, and not published again.
 * </ul>
 *
 * <p><b>What is the same operation.</b> A call with the same script, id and hash tag, whatever its other keys and its arguments
 * are: it gets the first call's reply. A call whose keys have another hash tag is another operation, even with the same id.
 *
 * <p><b>What it costs.</b> Two commands more, {@code GET} and {@code SET}, and for each operation a key, for as long as {@code
 * remember} says: about 190 bytes of memory with a small reply, as measured on Redis 7.0. At 1,000 calls a second, a day of
 * them is some 16 GB: an hour is often enough. A user of an ACL needs {@code GET} and {@code SET}, and {@code
 * perigee:once:*}.
 *
 * <p>The reply of a script that is being killed, or that Redis refuses to keep because it has not written anything and may
 * not (out of memory, a replica, a disk error), is not recorded: it has had no effect, and may run again.
 *
 * @see <a href="https://redis.io/docs/latest/develop/programmability/eval-intro/">Scripting with Lua: atomic execution, and
 *     script replication</a>
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/management/replication/">Replication: it is asynchronous,
 *     and acknowledged writes can be lost in a fail-over</a>
 * @see <a href="https://redis.io/docs/latest/commands/expire/">EXPIRE: expires and the server's clock</a>
 * @see <a href="https://redis.io/docs/latest/develop/reference/eviction/">Key eviction</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface ExactlyOnce {

    /**
     * How long a reply is kept, counted from the run: a duration as {@link java.time.Duration#parse} reads it, in whole
     * milliseconds, from one to a hundred years: {@code "PT24H"}.
     */
    String remember();
}
