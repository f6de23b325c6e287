package dev.perigee.examples.sale;

import dev.perigee.examples.sale.FlashSale.Outcome;
import dev.perigee.examples.sale.FlashSale.Purchase;
import dev.perigee.examples.sale.FlashSale.Status;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Many buyers at once, over a bounded number of threads; one stampede at a time. */
@Component
final class Stampede {

    static final int THREADS = 64;

    private final FlashSale sale;
    private final ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
    private final ReentrantLock running = new ReentrantLock();

    Stampede(FlashSale sale) {
        this.sale = sale;
    }

    /**
     * Lets as many buyers, none of whom has bought before, each try to buy one piece.
     *
     * @throws StampedeRunningException if the one before has not ended
     */
    Result run(String sku, int buyers) throws InterruptedException {
        if (!running.tryLock()) {
            throw new StampedeRunningException();
        }
        try {
            List<Callable<Purchase>> calls = calls(sku, buyers);
            long start = System.nanoTime();
            List<Future<Purchase>> purchases = crowd.invokeAll(calls);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            int sold = 0;
            for (Future<Purchase> purchase : purchases) {
                sold += outcome(purchase) == Outcome.SOLD ? 1 : 0;
            }
            return new Result(buyers, sold, buyers - sold, taken.toMillis(), callsPerSecond(buyers, taken), after(sku));
        } finally {
            running.unlock();
        }
    }

    /** One for each buyer. After the first failure the others fail with it: without Redis, each would wait for it. */
    private List<Callable<Purchase>> calls(String sku, int buyers) {
        String crowdName = UUID.randomUUID().toString();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        List<Callable<Purchase>> calls = new ArrayList<>(buyers);
        for (int i = 0; i < buyers; i++) {
            String buyer = crowdName + "-" + i;
            calls.add(() -> {
                RuntimeException first = failure.get();
                if (first != null) {
                    throw first;
                }
                try {
                    return sale.buy(sku, buyer, 1);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                    throw e;
                }
            });
        }
        return calls;
    }

    private Status after(String sku) {
        return sale.status(sku).orElseThrow(() -> new NoSaleException(sku));
    }

    private static Outcome outcome(Future<Purchase> purchase) throws InterruptedException {
        try {
            return purchase.get().outcome();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long callsPerSecond(int calls, Duration taken) {
        return Math.round(calls * 1e9 / Math.max(1, taken.toNanos()));
    }

    @PreDestroy
    void close() {
        crowd.shutdownNow();
    }

    /** How it went, and what Redis says of the sale afterwards. */
    record Result(int buyers, int sold, int refused, long millis, long callsPerSecond, Status after) {}
}
