package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Workload;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit: bytes framed by hand on a blocking socket of each caller's own, without time-outs, errors, reconnects, or a cluster.
 * No client can be much faster.
 */
final class SocketContender implements Contender {

    private final PerCaller<SocketConnection> connections;

    SocketContender(Deployment deployment) {
        URI uri = deployment.uris().get(0);
        connections = new PerCaller<>(() -> new SocketConnection(uri));
    }

    @Override
    public List<Contestant> contestants(Mode mode, Workload workload) {
        connections.close();
        byte[] head = SocketConnection.head(workload);
        return switch (mode) {
            case SYNC ->
                List.of(new Contestant("socket by hand", (Operation.Sync) number -> {
                    SocketConnection connection = connections.get();
                    connection.add(head, workload.call(number));
                    connection.flush();
                    return connection.read(workload);
                }));
            case ASYNC -> List.of();
            case BATCH ->
                List.of(new Contestant("socket by hand", (Operation.Batch) (from, count) -> {
                    SocketConnection connection = connections.get();
                    for (int i = 0; i < count; i++) {
                        connection.add(head, workload.call(from + i));
                    }
                    connection.flush();
                    List<Object> replies = new ArrayList<>(count);
                    for (int i = 0; i < count; i++) {
                        replies.add(connection.read(workload));
                    }
                    return replies;
                }));
        };
    }

    @Override
    public void close() {
        connections.close();
    }
}
