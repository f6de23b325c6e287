package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import dev.perigee.spring.counters.Counters;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {

    @Test
    void usesTheApplicationsSslBundle(@TempDir Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        Certificate certificate = Certificate.in(directory);
        int port = FreePort.find();
        try (RedisServer server = RedisServer.builder()
                .option("tls-port", String.valueOf(port))
                .option("tls-cert-file", certificate.certificate().toString())
                .option("tls-key-file", certificate.key().toString())
                .option("tls-auth-clients", "no")
                .start()) {
            Applications.with(
                            "spring.data.redis.host=127.0.0.1",
                            "spring.data.redis.port=" + port,
                            "spring.data.redis.ssl.bundle=redis",
                            "spring.ssl.bundle.pem.redis.truststore.certificate=" + certificate.certificate())
                    .run(context -> {
                        assertThat(context.getBean(Counters.class).add("a", 7)).isEqualTo(7);
                        assertThat(server.command("GET", "counter:{a}")).isEqualTo("7");
                    });
        }
    }
}
