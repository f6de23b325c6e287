package dev.perigee;

/**
 * How it is made sure that the keys of one call share a hash slot, which Redis Cluster requires of every script call.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags">Redis Cluster
 *     specification, hash tags</a>
 */
public enum Slots {

    /** The compiler must be able to show it from the key templates; otherwise the method does not compile. */
    PROVEN,

    /**
     * Where the compiler can neither show nor refute it, as with keys that are passed whole, every call computes the
     * slots of its keys before anything is sent, and fails with
     * {@link dev.perigee.error.ScriptArgumentException ScriptArgumentException} if they differ.
     */
    RUNTIME
}
