package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perigee.servers.RedisServer;
import dev.perigee.spring.counters.Counters;
import org.junit.jupiter.api.Test;

class MasterReplicaIT {

    @Test
    void callsScriptsOnTheMasterAmongFixedServers() {
        try (RedisServer master = RedisServer.builder()
                        .option("requirepass", "secret")
                        .option("repl-diskless-sync-delay", "0")
                        .start();
                RedisServer replica = RedisServer.builder()
                        .option("replicaof", "127.0.0.1", String.valueOf(master.port()))
                        .option("masterauth", "secret")
                        .option("requirepass", "secret")
                        .start()) {
            await().until(() ->
                    String.valueOf(replica.command("INFO", "replication")).contains("master_link_status:up"));
            Applications.with(
                            "spring.data.redis.masterreplica.nodes=127.0.0.1:" + replica.port() + ",127.0.0.1:"
                                    + master.port(),
                            "spring.data.redis.password=secret")
                    .run(context -> {
                        assertThat(context.getBean(Counters.class).add("a", 7)).isEqualTo(7);
                        assertThat(master.command("GET", "counter:{a}")).isEqualTo("7");
                    });
        }
    }
}
