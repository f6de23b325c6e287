package dev.perigee.spring.autoconfigure;

import dev.perigee.client.ScriptClient;
import dev.perigee.client.WarmUp;
import dev.perigee.error.ScriptLoadException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Loads all scripts when all beans are there, before the web server or a listener starts and with them any traffic. */
final class ScriptLoader implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptLoader.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final ScriptClient client;
    private final WarmUp policy;
    private final @Nullable ScriptConnection connection;

    /** @param connection where the client is connected to; null if the application made the client */
    ScriptLoader(ScriptClient client, WarmUp policy, @Nullable ScriptConnection connection) {
        this.client = client;
        this.policy = policy;
        this.connection = connection;
    }

    @Override
    public void afterSingletonsInstantiated() {
        switch (policy) {
            case OFF -> {}
            case LAZY -> {
                CompletableFuture<?> unused = load();
            }
            case BEST_EFFORT -> await(load());
            case FAIL_FAST -> {
                long start = System.nanoTime();
                loaded(client.loadScripts(), start);
            }
        }
    }

    /** Logs how that ends. Does not fail. */
    private CompletableFuture<@Nullable Void> load() {
        long start = System.nanoTime();
        return client.loadScriptsAsync().handle((scripts, failure) -> {
            if (failure == null) {
                loaded(scripts, start);
            } else {
                failed(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
            return null;
        });
    }

    private static void await(CompletableFuture<?> load) {
        try {
            load.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "Redis scripts are not all loaded after {} s. The application starts; loading goes on",
                    LONGEST_WAIT.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void failed(Throwable failure) {
        if (failure instanceof ScriptLoadException load) {
            load.failures()
                    .forEach(line -> LOG.warn("Redis scripts are not loaded on {}. Calls load what is missing", line));
        } else {
            LOG.warn("Redis scripts are not loaded: {}. Calls load what is missing", failure.toString());
        }
    }

    private void loaded(int scripts, long start) {
        if (scripts == 0) {
            LOG.info("No Redis scripts to load: there is no bean of a @RedisScript interface");
        } else {
            LOG.info(
                    "Loaded {} Redis script{} into {} in {} ms",
                    scripts,
                    scripts == 1 ? "" : "s",
                    connection == null ? "Redis" : connection.address(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }
}
