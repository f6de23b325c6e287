package dev.perigee.spring.autoconfigure;

import static org.awaitility.Awaitility.await;

import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerBinary;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.sentinel.api.StatefulRedisSentinelConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Sentinel that watches one master under the name {@code orders}, itself protected by a password. */
final class Sentinel implements AutoCloseable {

    private final int port;
    private final Process process;

    private Sentinel(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Sentinel of(RedisServer master, String masterPassword, String password, Path directory) throws IOException {
        int port = FreePort.find();
        Path config = directory.resolve("sentinel.conf");
        Files.writeString(config, """
                port %d
                bind 127.0.0.1
                dir %s
                sentinel monitor orders 127.0.0.1 %d 1
                sentinel auth-pass orders %s
                requirepass %s
                """.formatted(port, directory, master.port(), masterPassword, password));
        Process process = new ProcessBuilder(ServerBinary.locate().toString(), config.toString(), "--sentinel")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sentinel.log").toFile())
                .start();
        Sentinel sentinel = new Sentinel(port, process);
        await().until(() -> sentinel.knowsTheMaster(password));
        return sentinel;
    }

    int port() {
        return port;
    }

    private boolean knowsTheMaster(String password) {
        RedisURI uri = RedisURI.builder()
                .withSentinel(RedisURI.builder()
                        .withHost("127.0.0.1")
                        .withPort(port)
                        .withPassword(password.toCharArray())
                        .build())
                .withSentinelMasterId("orders")
                .build();
        try (RedisClient client = RedisClient.create();
                StatefulRedisSentinelConnection<String, String> connection = client.connectSentinel(uri)) {
            return connection.sync().getMasterAddrByName("orders") != null;
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
