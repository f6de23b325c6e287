package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import dev.perigee.spring.counters.Counters;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClusterIT {

    private static final int NAMES = 50;

    @Test
    void loadsScriptsOnEveryMasterAndSendsEachCallToItsOwn() {
        try (RedisCluster cluster = RedisCluster.start(3)) {
            String nodes = cluster.nodes().stream()
                    .map(node -> node.host() + ":" + node.port())
                    .collect(Collectors.joining(","));
            Applications.with("spring.data.redis.cluster.nodes=" + nodes).run(context -> {
                for (RedisServer master : cluster.masters()) {
                    assertThat(master.command("SCRIPT", "EXISTS", "580e6155659f4567b013eddd837c4fc7b80e55a0"))
                            .isEqualTo(List.of(1L));
                }
                Counters counters = context.getBean(Counters.class);
                for (int i = 0; i < NAMES; i++) {
                    assertThat(counters.add("name" + i, i)).isEqualTo(i);
                }
                assertThat(cluster.masters())
                        .allSatisfy(master ->
                                assertThat((Long) master.command("DBSIZE")).isPositive());
            });
        }
    }
}
