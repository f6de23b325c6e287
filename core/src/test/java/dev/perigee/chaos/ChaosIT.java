package dev.perigee.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.Delivery;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Faults under load. The table of what was done, and how it went, is printed at the end, and written to {@code
 * target/chaos.md}. With {@code -Dperigee.chaos=long} there is more of it: see {@code docs/delivery.md}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {

    private static final Scale SCALE = Scale.current();
    private static final Duration LONG_LIMIT = Duration.ofSeconds(30);
    private static final List<Row> ROWS = Collections.synchronizedList(new ArrayList<>());

    private static RedisServer server;
    private static RedisCluster cluster;

    /** Lettuce tells of each connection that is lost and made again. */
    private static final Logger LETTUCE = Logger.getLogger("io.lettuce");

    @BeforeAll
    static void start() {
        LETTUCE.setLevel(Level.OFF);
        server = RedisServer.start();
        // Nodes that do not run for a while are not to count as failed.
        cluster = RedisCluster.builder()
                .masters(3)
                .nodeTimeout(Duration.ofMinutes(2))
                .option("cluster-allow-replica-migration", "no")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        cluster.close();
        LETTUCE.setLevel(null);
        String table = Row.HEAD + ROWS.stream().map(Row::line).collect(Collectors.joining()) + Row.sum(ROWS);
        Files.writeString(Path.of("target", "chaos.md"), table);
        System.out.println(table);
    }

    @BeforeEach
    void empty() {
        server.command("FLUSHALL");
        cluster.nodes().forEach(node -> node.command("FLUSHALL"));
        cluster.nodes().forEach(node -> node.command("CONFIG", "RESETSTAT"));
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({"AT_MOST_ONCE, AT_MOST_ONCE", "IDEMPOTENT, IDEMPOTENT", "EXACTLY_ONCE, EXACTLY_ONCE"})
    void keepsItsPromiseWhenConnectionsToAServerAreLost(Delivery delivery, Promise promise) {
        try (Subject subject = Subject.of(server, LONG_LIMIT)) {
            holds(new ConnectionFaults("one server", subject, SCALE.of(200, 500), SCALE.of(100, 400))
                    .run(delivery, promise));
        }
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"AT_MOST_ONCE, AT_MOST_ONCE", "IDEMPOTENT, IDEMPOTENT", "EXACTLY_ONCE, EXACTLY_ONCE"})
    void keepsItsPromiseWhenConnectionsToAClusterAreLost(Delivery delivery, Promise promise) {
        try (Subject subject = Subject.of(cluster, LONG_LIMIT)) {
            holds(new ConnectionFaults("cluster", subject, SCALE.of(200, 500), SCALE.of(100, 400))
                    .run(delivery, promise));
        }
    }

    @Order(8)
    @Test
    void comparesWithSpringDataWhenConnectionsAreLost() {
        try (Subject subject = Subject.of(server, LONG_LIMIT)) {
            Books books = Tags.books("spring");
            int faults = SCALE.of(200, 500);
            ConnectionFaults connections = new ConnectionFaults("one server", subject, faults, SCALE.of(100, 400));
            try (SpringDataCaller spring = subject.springData(books)) {
                Row row = Row.of(
                        "connections lost, Spring Data Redis",
                        Promise.NONE,
                        faults,
                        connections.meet(books, spring),
                        "");
                ROWS.add(row);
            }
        }
    }

    @Order(3)
    @Test
    void showsNoErrorWhenScriptsAreFlushed() {
        try (Subject subject = Subject.of(cluster, LONG_LIMIT)) {
            holds(FlushStorm.run(subject, cluster.nodes(), SCALE.of(300, 3_000), 500));
        }
    }

    @Order(5)
    @Test
    void showsNoErrorWhenSlotsMove() {
        try (Subject subject = Subject.of(cluster, LONG_LIMIT)) {
            holds(new Resharding(subject, cluster).run(1, SCALE.of(100, 16_384)));
        }
    }

    @Order(4)
    @Test
    void recoversWhenReplicasTakeOver() {
        try (RedisCluster replicated = RedisCluster.builder()
                        .masters(3)
                        .replicas(1)
                        .nodeTimeout(Duration.ofSeconds(1))
                        .start();
                Subject subject = Subject.of(replicated, Duration.ofSeconds(10))) {
            holds(new Failover(subject, replicated).run(SCALE.of(2, 15)));
        }
    }

    @Order(6)
    @Test
    void namesTheReasonWhenAServerIsBusy() {
        Duration limit = Duration.ofSeconds(1);
        try (RedisServer busy =
                        RedisServer.builder().option("lua-time-limit", "50").start();
                Subject subject = Subject.of(busy, limit)) {
            holds(new BusyServer(subject, busy, limit).run(SCALE.of(3, 30)));
        }
    }

    @Order(7)
    @Test
    void goesOnWithTheOthersWhenANodeIsFrozen() {
        Duration limit = Duration.ofSeconds(1);
        try (Subject subject = Subject.of(cluster, limit)) {
            FrozenNode.Rows rows = new FrozenNode(subject, cluster, limit).run(SCALE.of(2, 10));
            holds(rows.others());
            holds(rows.its());
        }
    }

    private static void holds(Row row) {
        ROWS.add(row);
        assertThat(row.violations()).isEmpty();
    }
}
