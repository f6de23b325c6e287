package dev.perigee.chaos;

import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.Script;
import dev.perigee.servers.RedisServer;
import java.util.List;

/** All nodes forget their scripts, again and again. */
final class FlushStorm {

    private static final int ROUNDS_AT_ONCE = 10;

    private FlushStorm() {}

    /** @param callsBetween how many calls succeed between ten rounds and the next ten */
    static Row run(Subject subject, List<RedisServer> nodes, int rounds, int callsBetween) {
        Books books = Tags.books("flush");
        Script script = CountedCall.script(Delivery.AT_MOST_ONCE);
        Load load = Load.start(books, Tags.THREADS, subject.caller(script, books));
        try {
            load.awaitSuccesses(callsBetween);
            for (int round = 1; round <= rounds; round++) {
                nodes.forEach(node -> node.command("SCRIPT", "FLUSH"));
                if (round % ROUNDS_AT_ONCE == 0) {
                    load.awaitSuccesses(callsBetween);
                }
            }
            load.finish();
        } finally {
            load.abandon();
        }
        long missed =
                nodes.stream().mapToLong(node -> Errors.count(node, "NOSCRIPT")).sum();
        return Row.of(
                        "`SCRIPT FLUSH` on all nodes",
                        Promise.NO_ERROR,
                        rounds * nodes.size(),
                        subject.audit(books),
                        missed + " NOSCRIPT")
                .with(missed > 0, "no call missed its script");
    }
}
