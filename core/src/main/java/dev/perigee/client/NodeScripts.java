package dev.perigee.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which scripts a server lacks, as it said itself.
 *
 * @param node the server: its address in a cluster
 * @param missing the scripts it lacks, each as method and file; they are loaded when they are called
 * @param failure why the server could not be asked; null if it has answered
 */
public record NodeScripts(
        String node, List<String> missing, @Nullable String failure) {

    /** Copies the list. */
    public NodeScripts {
        missing = List.copyOf(missing);
    }

    /** Whether the server has answered. */
    public boolean answered() {
        return failure == null;
    }
}
