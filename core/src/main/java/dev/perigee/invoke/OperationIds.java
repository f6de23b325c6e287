package dev.perigee.invoke;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the ids of operations: 128 bits, of which the first half is random, and the second counts from a random start. So two
 * processes never give the same id unless both halves meet by chance, and a call costs an addition, without asking the
 * system for randomness, which takes a lock.
 *
 * <p>A snapshot of a running process (CRaC, a virtual machine's) keeps both halves: processes restored from one give the same
 * ids. There, ids have to be passed with {@link dev.perigee.OperationId}.
 */
final class OperationIds {

    private static final long PROCESS;
    private static final AtomicLong NEXT;

    static {
        SecureRandom random = new SecureRandom();
        PROCESS = random.nextLong();
        NEXT = new AtomicLong(random.nextLong());
    }

    private OperationIds() {}

    /** A new id: 22 letters, digits, {@code -} and {@code _}. */
    static String next() {
        ByteBuffer id = ByteBuffer.allocate(2 * Long.BYTES);
        id.putLong(PROCESS).putLong(NEXT.getAndIncrement());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.array());
    }
}
