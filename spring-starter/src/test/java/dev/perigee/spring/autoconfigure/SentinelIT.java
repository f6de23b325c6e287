package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import dev.perigee.spring.counters.Counters;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentinelIT {

    @Test
    void callsScriptsOnTheMasterThatTheSentinelNames(@TempDir Path directory) throws IOException {
        try (RedisServer master =
                        RedisServer.builder().option("requirepass", "secret").start();
                Sentinel sentinel = Sentinel.of(master, "secret", "guarded", directory)) {
            Applications.with(
                            "spring.data.redis.sentinel.master=orders",
                            "spring.data.redis.sentinel.nodes=127.0.0.1:" + sentinel.port(),
                            "spring.data.redis.sentinel.password=guarded",
                            "spring.data.redis.password=secret",
                            "spring.data.redis.database=2")
                    .run(context -> {
                        assertThat(context.getBean(Counters.class).add("a", 7)).isEqualTo(7);
                        assertThat(master.command("INFO", "keyspace"))
                                .asString()
                                .contains("db2:keys=1");
                    });
        }
    }
}
