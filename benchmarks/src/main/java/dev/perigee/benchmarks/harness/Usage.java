package dev.perigee.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What this JVM has used up to now: bytes that each living thread has allocated on the heap, event loops included, and processor
 * time. Clients that are not measured at the time do nothing, so that the difference of two of these is what one client used.
 */
final class Usage {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<Long, Long> bytesByThread = new HashMap<>();
    private final long cpuNanos = SYSTEM.getProcessCpuTime();

    private Usage() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0) {
                bytesByThread.put(ids[i], bytes[i]);
            }
        }
    }

    static Usage now() {
        return new Usage();
    }

    /** Bytes allocated since then, by the threads that live now. */
    long bytesSince(Usage before) {
        long sum = 0;
        for (Map.Entry<Long, Long> thread : bytesByThread.entrySet()) {
            sum += thread.getValue() - before.bytesByThread.getOrDefault(thread.getKey(), 0L);
        }
        return sum;
    }

    /** Processor time since then, of all threads, in nanoseconds. */
    long cpuNanosSince(Usage before) {
        return cpuNanos - before.cpuNanos;
    }
}
