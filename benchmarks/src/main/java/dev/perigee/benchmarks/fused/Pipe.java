package dev.perigee.benchmarks.fused;

import java.io.IOException;

/** A connection that runs scripts for many elements at once. Used by one thread. */
interface Pipe extends AutoCloseable {

    /**
     * Sends all calls together, and waits for all replies.
     *
     * @param first the number of the first element
     * @param elements how many elements
     * @param chunk how many elements a call has
     * @return how many integers there were in the replies
     */
    long run(byte[] sha1, MeasuredScript script, int first, int elements, int chunk) throws IOException;

    @Override
    void close() throws IOException;
}
