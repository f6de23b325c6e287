/**
 * Real Redis and Valkey servers, single and clustered, as child processes of the JVM.
 *
 * <p>In: a server binary, the embedded one or the one that {@code PERIGEE_SERVER} names, and configuration options. Out:
 * addresses of servers that answer. Depends on the JDK alone; of embedded-redis only the binaries in its jar are read.
 */
@NullMarked
package dev.perigee.servers;

import org.jspecify.annotations.NullMarked;
