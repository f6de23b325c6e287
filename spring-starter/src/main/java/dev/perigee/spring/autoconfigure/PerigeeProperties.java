package dev.perigee.spring.autoconfigure;

import dev.perigee.client.StaleScripts;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code perigee}.
 *
 * @param staleScripts What to do when a script's file is not the one that was compiled into its interface's invoker.
 * @param loadAtStart Whether to load all scripts into Redis before the application takes traffic.
 * @param maxInFlight How many calls of one batch wait for their replies at a time, at least 1.
 */
@ConfigurationProperties("perigee")
record PerigeeProperties(
        @DefaultValue("warn") StaleScripts staleScripts,
        @DefaultValue("true") boolean loadAtStart,
        @DefaultValue("1024") int maxInFlight) {}
