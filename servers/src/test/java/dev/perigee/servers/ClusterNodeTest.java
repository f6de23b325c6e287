package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterNodeTest {

    @Test
    void readsAMasterWithItsSlotsButNotThoseOnTheMove() {
        ClusterNode node =
                ClusterNode.parse("a1 127.0.0.1:7001@17001 myself,master - 0 0 3 connected 0-9 12 [11->-b2]");
        assertThat(node.id()).isEqualTo("a1");
        assertThat(node.port()).isEqualTo(7001);
        assertThat(node.isMyself()).isTrue();
        assertThat(node.isInHandshake()).isFalse();
        assertThat(node.epoch()).isEqualTo(3);
        assertThat(node.slots()).containsExactly(new SlotRange(0, 9), new SlotRange(12, 12));
        assertThat(IntStream.range(0, 20).filter(node::owns)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12);
    }

    @Test
    void readsAReplica() {
        ClusterNode node = ClusterNode.parse("b2 127.0.0.1:7002@17002 slave a1 0 1700000000000 3 connected");
        assertThat(node.isMaster()).isFalse();
        assertThat(node.masterId()).isEqualTo("a1");
        assertThat(node.slots()).isEmpty();
        assertThat(node.owns(0)).isFalse();
    }

    @Test
    void readsTheHostNameOfRedis7AndTheAddressWithoutABusPort() {
        assertThat(ClusterNode.parse("a 127.0.0.1:7001@17001,host,shard-id=x handshake - 0 0 0 connected")
                        .port())
                .isEqualTo(7001);
        assertThat(ClusterNode.parse("a :7003 handshake - 0 0 0 connected").isInHandshake())
                .isTrue();
    }

    @Test
    void readsOneNodeALine() {
        List<ClusterNode> nodes = ClusterNode.parseAll("""
                a 127.0.0.1:1@10001 master - 0 0 1 connected
                b 127.0.0.1:2@10002 myself,master - 0 0 2 connected
                """);
        assertThat(nodes).extracting(ClusterNode::id).containsExactly("a", "b");
    }

    @Test
    void refusesAnotherReply() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusterNode.parse("OK"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 100})
    void sharesCoverEverySlotOnceAndEvenly(int masters) {
        List<SlotRange> shares = IntStream.range(0, masters)
                .mapToObj(i -> SlotRange.share(i, masters))
                .toList();
        assertThat(shares.get(0).first()).isZero();
        assertThat(shares.get(masters - 1).last()).isEqualTo(16_383);
        for (int i = 1; i < masters; i++) {
            assertThat(shares.get(i).first()).isEqualTo(shares.get(i - 1).last() + 1);
        }
        assertThat(shares)
                .allSatisfy(share -> assertThat(share.size()).isBetween(16_384 / masters, 16_384 / masters + 1));
    }
}
