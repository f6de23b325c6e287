package dev.perigee.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A batch needs memory for the calls in flight, and not for those that have ended. */
class MillionElementsIT {

    /** Too small if anything were kept of every call: the results alone take 26 MB as a list. */
    private static final String HEAP = "32m";

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
        // It fails if it did not make every call.
        Measured measured = MillionElements.in(HEAP, server.uri().toString(), form);

        assertThat(measured.get("seconds")).isPositive();
    }
}
