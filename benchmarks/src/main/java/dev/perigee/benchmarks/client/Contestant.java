package dev.perigee.benchmarks.client;

/**
 * One way of calling a script by one client.
 *
 * @param name as in the report
 */
public record Contestant(String name, Operation operation) {}
