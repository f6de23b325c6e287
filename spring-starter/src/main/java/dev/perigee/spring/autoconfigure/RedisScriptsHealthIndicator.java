package dev.perigee.spring.autoconfigure;

import dev.perigee.client.NodeScripts;
import dev.perigee.client.ScriptClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the servers that scripts run on answer: up if one does at least, since calls to its keys work. What each lacks is a
 * detail, since calls load it; so is why one does not answer.
 */
final class RedisScriptsHealthIndicator extends AbstractHealthIndicator {

    private final ScriptClient client;

    RedisScriptsHealthIndicator(ScriptClient client) {
        super("Asking Redis for its scripts failed");
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<NodeScripts> nodes = client.checkScripts();
        Map<String, Object> details = new LinkedHashMap<>();
        nodes.forEach(node -> details.put(node.node(), detail(node)));
        health.status(nodes.stream().anyMatch(NodeScripts::answered) ? Status.UP : Status.DOWN)
                .withDetail("nodes", details);
    }

    private static Map<String, Object> detail(NodeScripts node) {
        return node.failure() == null ? Map.of("missing", node.missing()) : Map.of("failure", node.failure());
    }
}
