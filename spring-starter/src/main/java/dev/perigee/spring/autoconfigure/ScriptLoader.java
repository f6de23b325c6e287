package dev.perigee.spring.autoconfigure;

import dev.perigee.client.ScriptClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Loads all scripts when all beans are there, before the web server or a listener starts and with them any traffic. */
final class ScriptLoader implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptLoader.class);

    private final ScriptClient client;
    private final @Nullable ScriptConnection connection;

    /** @param connection where the client is connected to; null if the application made the client */
    ScriptLoader(ScriptClient client, @Nullable ScriptConnection connection) {
        this.client = client;
        this.connection = connection;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long start = System.nanoTime();
        int scripts = client.loadScripts();
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
