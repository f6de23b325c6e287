package dev.perigee.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.benchmarks.workload.FlashSale;
import dev.perigee.benchmarks.workload.FlashSale.Purchase;
import dev.perigee.benchmarks.workload.RateLimit.Decision;
import dev.perigee.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every client does what it is measured at: all replies are those of the script, in every mode, on both deployments. */
class ClientsIT {

    private static final int COUNT = Workload.BATCH;

    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    @AfterAll
    static void close() {
        OPEN.forEach(Closing::close);
    }

    @TestFactory
    Stream<DynamicTest> allClientsGetTheSameRepliesFromOneServer() {
        return tests(Topology.STANDALONE);
    }

    @TestFactory
    Stream<DynamicTest> allClientsGetTheSameRepliesFromACluster() {
        return tests(Topology.CLUSTER);
    }

    private static Stream<DynamicTest> tests(Topology topology) {
        Deployment deployment = Deployment.start(topology);
        Contenders contenders = new Contenders(deployment);
        OPEN.add(contenders);
        OPEN.add(deployment);
        List<DynamicTest> tests = new ArrayList<>();
        for (Workload workload : Workload.all()) {
            deployment.load(workload);
            for (Mode mode : Mode.values()) {
                for (Contestant contestant : contenders.contestants(mode, workload)) {
                    tests.add(DynamicTest.dynamicTest(
                            topology.label() + ", " + mode.label() + ", " + workload + ": " + contestant.name(),
                            () -> check(deployment, workload, contestant.operation())));
                }
            }
        }
        return tests.stream();
    }

    private static void check(Deployment deployment, Workload workload, Operation operation) throws Exception {
        deployment.reset(workload);
        List<Object> values = replies(operation).stream().map(workload::read).toList();
        if (operation instanceof Operation.Async) {
            // A client with several connections may send calls in another order than they were made in.
            assertThat(values).containsExactlyInAnyOrderElementsOf(expected(workload));
        } else {
            assertThat(values).isEqualTo(expected(workload));
        }
        values.forEach(workload::accept);
    }

    /** The replies to a batch of calls. */
    private static List<Object> replies(Operation operation) throws Exception {
        List<Object> replies = new ArrayList<>();
        if (operation instanceof Operation.Sync sync) {
            for (int i = 0; i < COUNT; i++) {
                replies.add(sync.call(i));
            }
        } else if (operation instanceof Operation.Async async) {
            replies.addAll(Operation.Batch.of(async).run(0, COUNT));
        } else if (operation instanceof Operation.Batch batch) {
            replies.addAll(batch.run(0, COUNT));
        }
        return replies;
    }

    private static List<Object> expected(Workload workload) {
        IntFunction<Object> reply = switch (workload.name()) {
            case "flash" -> i -> new Purchase(FlashSale.Outcome.SOLD, 999_999 - i);
            case "incr", "one" -> i -> 1L;
            case "2 KB" -> i -> new Decision(true, 999_999, 0);
            case "32 keys" -> i -> 528L;
            default -> throw new IllegalArgumentException("what does " + workload + " reply?");
        };
        return IntStream.range(0, COUNT).mapToObj(reply).toList();
    }
}
