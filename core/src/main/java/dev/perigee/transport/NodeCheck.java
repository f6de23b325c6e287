package dev.perigee.transport;

import dev.perigee.invoke.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node said of its scripts.
 *
 * @param node what it is called
 * @param missing the scripts it lacks
 * @param failure why it could not be asked; null if it has answered
 */
public record NodeCheck(
        String node, List<Script> missing, @Nullable String failure) {}
