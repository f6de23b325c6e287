package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.FlashSale.Outcome;
import dev.perigee.client.FlashSale.Purchase;
import dev.perigee.error.ConnectionFailedException;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that it has signed itself. */
class TlsIT {

    private RedisServer server;
    private RedisURI uri;
    private RedisClient redis;
    private Certificate certificate;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        certificate = Certificate.in(directory);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        server = RedisServer.builder()
                .option("tls-port", String.valueOf(port))
                .option("tls-cert-file", certificate.certificate().toString())
                .option("tls-key-file", certificate.key().toString())
                .option("tls-auth-clients", "no")
                .start();
        uri = RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withSsl(true)
                .withTimeout(Duration.ofSeconds(10))
                .build();
        redis = RedisClient.create();
    }

    @AfterEach
    void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    @Test
    void callsScriptsOnAServerWhoseCertificateIsTrusted() {
        trust();
        server.command("SET", "sale:{moon}:stock", "5");
        try (ScriptClient client = ScriptClient.connect(redis, uri)) {
            assertThat(client.create(FlashSale.class).buy("moon", "u1", 2)).isEqualTo(new Purchase(Outcome.SOLD, 3));
        }
    }

    @Test
    void refusesAServerWhoseCertificateIsNot() {
        assertThatThrownBy(() -> ScriptClient.connect(redis, uri))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("unable to find valid certification path");
    }

    private void trust() {
        redis.setOptions(ClientOptions.builder()
                .sslOptions(SslOptions.builder()
                        .trustManager(certificate.certificate().toFile())
                        .build())
                .build());
    }
}
