package dev.perigee.client;

import static org.awaitility.Awaitility.await;

import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerBinary;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.sentinel.api.StatefulRedisSentinelConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A Sentinel that takes a master for dead after half a second of silence. */
final class Sentinel implements AutoCloseable {

    static final String MASTER = "orders";

    private final int port;
    private final Process process;

    private Sentinel(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Sentinel of(RedisServer master, Path directory) throws IOException {
        int port = freePort();
        Path config = directory.resolve("sentinel.conf");
        Files.writeString(config, """
                port %d
                bind 127.0.0.1
                dir %s
                sentinel monitor %3$s 127.0.0.1 %4$d 1
                sentinel down-after-milliseconds %3$s 500
                sentinel failover-timeout %3$s 3000
                """.formatted(port, directory, MASTER, master.port()));
        Process process = new ProcessBuilder(ServerBinary.locate().toString(), config.toString(), "--sentinel")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sentinel.log").toFile())
                .start();
        Sentinel sentinel = new Sentinel(port, process);
        await().until(() -> sentinel.ask(asked -> asked.sync().getMasterAddrByName(MASTER) != null));
        return sentinel;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    boolean knowsTheReplica() {
        return ask(asked -> !asked.sync().replicas(MASTER).isEmpty());
    }

    private boolean ask(Predicate<StatefulRedisSentinelConnection<String, String>> question) {
        try (RedisClient client = RedisClient.create();
                StatefulRedisSentinelConnection<String, String> connection =
                        client.connectSentinel(RedisURI.create("127.0.0.1", port))) {
            return question.test(connection);
        } catch (RedisConnectionException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
