package dev.perigee.chaos;

import static org.awaitility.Awaitility.await;

import dev.perigee.chaos.Books.Told;
import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.Script;
import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerErrorException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Another client's script runs and runs, until it is killed. */
final class BusyServer {

    private final Subject subject;
    private final RedisServer server;
    private final Duration timeLimit;

    /** @param timeLimit that of the subject's calls */
    BusyServer(Subject subject, RedisServer server, Duration timeLimit) {
        this.subject = subject;
        this.server = server;
        this.timeLimit = timeLimit;
    }

    Row run(int scripts) {
        Books books = Tags.books("busy");
        Script script = CountedCall.script(Delivery.AT_MOST_ONCE);
        Load load = Load.start(books, Tags.THREADS, subject.caller(script, books));
        try {
            for (int i = 0; i < scripts; i++) {
                load.awaitSuccesses(1_000);
                beBusy(books);
            }
            load.awaitSuccesses(1_000);
            load.finish();
        } finally {
            load.abandon();
        }
        Audit audit = subject.audit(books);
        long unnamed = audit.failures().entrySet().stream()
                .filter(failure -> !failure.getKey().contains("BUSY"))
                .mapToLong(failure -> failure.getValue())
                .sum();
        return Row.of("a script that does not end", Promise.AT_MOST_ONCE, scripts, audit, "")
                .with(audit.count(Told.NOT_EXECUTED) > 0, "no call was refused")
                .with(unnamed == 0, unnamed + " calls failed without a word of BUSY")
                .with(audit.slowestMillis() < 3 * timeLimit.toMillis(), "a call took " + audit.slowestMillis() + " ms");
    }

    /** Until each thread has met it. */
    private void beBusy(Books books) {
        CompletableFuture<String> busy = CompletableFuture.supplyAsync(this::runOn);
        long enough = failures(books) + Tags.THREADS;
        await("calls that are refused").atMost(Duration.ofSeconds(30)).until(() -> failures(books) >= enough);
        await("the script's end").atMost(Duration.ofSeconds(30)).until(() -> {
            try {
                server.command("SCRIPT", "KILL");
            } catch (ServerErrorException e) {
                return e.code().equals("NOTBUSY");
            }
            return busy.isDone();
        });
    }

    private static long failures(Books books) {
        return books.failures().values().stream().mapToLong(Long::longValue).sum();
    }

    private String runOn() {
        try {
            return String.valueOf(server.command("EVAL", "while true do end", "0"));
        } catch (ServerErrorException e) {
            return e.code();
        }
    }
}
