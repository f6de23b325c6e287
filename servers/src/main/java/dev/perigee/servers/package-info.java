/** Real Redis and Valkey servers, single and clustered, as child processes of the JVM. */
@NullMarked
package dev.perigee.servers;

import org.jspecify.annotations.NullMarked;
