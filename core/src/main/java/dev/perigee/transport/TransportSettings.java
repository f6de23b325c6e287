package dev.perigee.transport;

import io.lettuce.core.ReadFrom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls are sent.
 *
 * @param flushConsolidation whether calls that wait for others to be written share a flush
 * @param spin how long a caller that waits keeps its thread running before it parks it
 * @param readFrom where scripts that write nothing run; null for the masters
 * @param killOnTimeout whether scripts are killed that run for longer than their calls may take
 */
public record TransportSettings(
        boolean flushConsolidation, Duration spin, @Nullable ReadFrom readFrom, boolean killOnTimeout) {}
