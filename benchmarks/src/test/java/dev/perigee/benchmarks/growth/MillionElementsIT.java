package dev.perigee.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A batch needs memory for the calls in flight, and not for its elements. */
class MillionElementsIT {

    /** For the 1,024 calls that may be in flight, and the encoded commands of one group. */
    private static final double BYTES = 8e6;

    static final List<String> FORMS = MillionElements.BOUNDED;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static RedisServer server;

    @BeforeAll
    static void startServer() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void aMillionElementsFitIntoASmallHeap(String form) throws IOException {
        Measured measured = MillionElements.in("64m", server.uri().toString(), form);

        assertThat(measured.get("liveBytes")).isLessThan(BYTES);
    }
}
