package dev.perigee.spring.autoconfigure;

import dev.perigee.client.StaleScripts;
import dev.perigee.client.WarmUp;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code perigee}.
 *
 * @param staleScripts What to do when a script's file is not the one that was compiled into its interface's invoker.
 * @param warmUp Whether to load all scripts into Redis when the application starts, and what to do if that fails.
 * @param maxInFlight How many calls of one batch wait for their replies at a time, at least 1.
 * @param flushConsolidation Whether calls that wait for the connection to write others are written together.
 * @param spin How long a caller keeps its thread running while it waits for a reply, before it parks it; at most 1ms.
 * @param killOnTimeout Whether to kill scripts that run for longer than their calls may take and have written nothing.
 */
@ConfigurationProperties("perigee")
record PerigeeProperties(
        @DefaultValue("warn") StaleScripts staleScripts,
        @DefaultValue("best-effort") WarmUp warmUp,
        @DefaultValue("1024") int maxInFlight,
        @DefaultValue("true") boolean flushConsolidation,
        @DefaultValue("0") Duration spin,
        @DefaultValue("false") boolean killOnTimeout) {}
