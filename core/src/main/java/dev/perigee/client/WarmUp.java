package dev.perigee.client;

/**
 * What an application does about its scripts when it starts: {@code perigee.warm-up} of the Spring Boot starter. In a cluster
 * they are loaded on all masters and replicas. Whatever is chosen, a call loads its script where that is missing.
 */
public enum WarmUp {

    /** Nothing: each script is loaded when a call first misses it. */
    OFF,

    /** Loads all scripts in the background after the start. What fails is logged, with server and reason. */
    LAZY,

    /**
     * Loads all scripts before the application takes traffic, and waits up to ten seconds for that. What fails is logged,
     * with server and reason, and does not stop the start; what takes longer goes on in the background.
     */
    BEST_EFFORT,

    /** Loads all scripts before the application takes traffic. It does not start if one cannot be loaded on a server. */
    FAIL_FAST
}
