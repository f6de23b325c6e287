package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RedisClusterIT {

    /** CLUSTER KEYSLOT foo. */
    private static final int SLOT_OF_FOO = 12_182;

    @Test
    void everyMasterServesItsShareAndRedirectsTheRest() {
        try (RedisCluster cluster = RedisCluster.start(3)) {
            assertThat(cluster.nodes()).hasSize(3).isEqualTo(cluster.masters());
            assertThat(cluster.uris()).hasSize(3).doesNotHaveDuplicates();
            assertThat(cluster.nodeOfSlot(0)).isSameAs(cluster.nodes().get(0));
            assertThat(cluster.nodeOfSlot(16_383)).isSameAs(cluster.nodes().get(2));

            RedisServer owner = cluster.nodeOfSlot(SLOT_OF_FOO);
            assertThat(owner.command("SET", "foo", "bar")).isEqualTo("OK");
            for (RedisServer other : cluster.nodes()) {
                if (other != owner) {
                    assertThatExceptionOfType(ServerErrorException.class)
                            .isThrownBy(() -> other.command("GET", "foo"))
                            .withMessage("MOVED " + SLOT_OF_FOO + " 127.0.0.1:" + owner.port());
                }
            }
        }
    }

    @Test
    void aRestartedNodeIsTheSameNode() {
        try (RedisCluster cluster = RedisCluster.start(2)) {
            RedisServer node = cluster.nodeOfSlot(SLOT_OF_FOO);
            Object id = node.command("CLUSTER", "MYID");
            node.kill();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> cluster.nodeOfSlot(SLOT_OF_FOO));
            node.restart();
            cluster.awaitStable();
            assertThat(node.command("CLUSTER", "MYID")).isEqualTo(id);
            assertThat(cluster.nodeOfSlot(SLOT_OF_FOO)).isSameAs(node);
            assertThat(node.command("SET", "foo", "bar")).isEqualTo("OK");
        }
    }

    @Test
    void aReplicaTakesOverFromAKilledMasterWhichThenReplicatesIt() {
        try (RedisCluster cluster =
                RedisCluster.builder().masters(3).replicas(1).start()) {
            RedisServer master = cluster.nodeOfSlot(SLOT_OF_FOO);
            List<RedisServer> replicas = cluster.replicasOf(master);
            assertThat(replicas).hasSize(1);
            RedisServer replica = replicas.get(0);
            master.command("SET", "foo", "bar");
            assertThat(master.command("WAIT", "1", "5000")).isEqualTo(1L);

            master.kill();
            cluster.awaitStable();
            assertThat(cluster.nodeOfSlot(SLOT_OF_FOO)).isSameAs(replica);
            assertThat(replica.command("GET", "foo")).isEqualTo("bar");
            assertThat(cluster.masters()).hasSize(3).contains(replica).doesNotContain(master);

            master.restart();
            cluster.awaitStable();
            assertThat(cluster.replicasOf(replica)).containsExactly(master);
        }
    }

    @Test
    void passesOptionsToEveryNode() {
        try (RedisCluster cluster =
                RedisCluster.builder().masters(1).option("maxmemory", "10mb").start()) {
            assertThat(cluster.nodes().get(0).command("CONFIG", "GET", "maxmemory"))
                    .isEqualTo(List.of("maxmemory", "10485760"));
        }
    }

    @Test
    void refusesSlotsAndSizesThatDoNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisCluster.builder().masters(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisCluster.builder().replicas(-1));
        try (RedisCluster cluster = RedisCluster.start(1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> cluster.nodeOfSlot(16_384));
            assertThatIllegalArgumentException().isThrownBy(() -> cluster.nodeOfSlot(-1));
        }
    }
}
