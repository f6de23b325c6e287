package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptException;
import dev.perigee.error.ScriptLoadException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster of three masters with a replica each: where scripts are loaded, and where those run that write nothing. */
@Timeout(120)
class ReplicatedClusterIT {

    private static final String KEY = "{read}";
    private static final Script READING =
            LuaCall.script("return redis.call('GET', KEYS[1])").readOnly().timeout("PT2S");
    private static final Script WRITING = LuaCall.script("return redis.call('INCR', KEYS[1])");

    private static RedisCluster cluster;

    private RedisClusterClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.builder()
                .masters(3)
                .replicas(1)
                .option("busy-reply-threshold", "100")
                .start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void prepare() {
        cluster.nodes().stream().filter(node -> !node.isRunning()).forEach(RedisServer::restart);
        cluster.awaitStable();
        cluster.nodes().forEach(node -> node.command("SCRIPT", "FLUSH"));
        master().command("SET", KEY, "7");
        await().ignoreExceptions().until(() -> "1".equals(waitFor(master())));
        cluster.nodes().forEach(node -> node.command("CONFIG", "RESETSTAT"));
        connect(ScriptClientOptions.defaults());
    }

    private void reconnect(ScriptClientOptions options) {
        disconnect();
        connect(options);
    }

    private void connect(ScriptClientOptions options) {
        RedisURI uri = RedisURI.create(master().uri());
        uri.setTimeout(Duration.ofSeconds(10));
        redis = RedisClusterClient.create(uri);
        client = ScriptClient.connect(redis, options);
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, READING, WRITING);
    }

    @AfterEach
    void disconnect() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void loadsScriptsOnMastersAndReplicas() {
        assertThat(client.checkScripts())
                .hasSize(6)
                .allSatisfy(node -> assertThat(node.missing()).hasSize(2).contains("Probe.run (probe/run.lua)"));
        assertThat(client.loadScripts()).isEqualTo(2);
        assertThat(cluster.nodes())
                .allSatisfy(node -> assertThat(node.command("SCRIPT", "EXISTS", READING.sha1(), WRITING.sha1()))
                        .isEqualTo(List.of(1L, 1L)));
        assertThat(client.checkScripts()).allSatisfy(node -> {
            assertThat(node.answered()).isTrue();
            assertThat(node.missing()).isEmpty();
        });
    }

    @Test
    void loadsScriptsOnAllOtherNodesWhenOneIsOutOfReach() {
        RedisServer replica = replica();
        replica.kill();
        String address = replica.host() + ":" + replica.port();
        assertThatThrownBy(client::loadScripts)
                .isInstanceOfSatisfying(
                        ScriptLoadException.class,
                        failure -> assertThat(failure.failures())
                                .singleElement()
                                .asString()
                                .startsWith(address + ": not reached: "));
        assertThat(cluster.nodes())
                .filteredOn(RedisServer::isRunning)
                .hasSize(5)
                .allSatisfy(node -> assertThat(node.command("SCRIPT", "EXISTS", READING.sha1()))
                        .isEqualTo(List.of(1L)));
        assertThat(client.checkScripts())
                .filteredOn(node -> !node.answered())
                .singleElement()
                .satisfies(node -> assertThat(node.node()).isEqualTo(address));
        assertThat(scripts.call(call(WRITING))).isEqualTo(8);
    }

    @Test
    void readsFromReplicasAndWritesToMasters() {
        reconnect(ScriptClientOptions.defaults().withReadFrom(ReadFrom.REPLICA));
        for (int i = 0; i < 5; i++) {
            assertThat(scripts.call(call(READING))).isEqualTo(7);
        }
        assertThat(scripts.call(call(WRITING))).isEqualTo(8);
        assertThat(ReplicasIT.calls(replica(), "evalsha_ro")).isEqualTo(5);
        assertThat(ReplicasIT.calls(master(), "evalsha_ro")).isZero();
        assertThat(ReplicasIT.calls(replica(), "evalsha")).isZero();
        assertThat(ReplicasIT.calls(master(), "evalsha")).isPositive();
    }

    @Test
    void aReplicaThatLacksTheScriptIsSentItsText() {
        reconnect(ScriptClientOptions.defaults().withReadFrom(ReadFrom.REPLICA));
        for (int i = 0; i < 3; i++) {
            assertThat(scripts.call(call(READING))).isEqualTo(7);
        }
        assertThat(ReplicasIT.calls(replica(), "eval_ro")).isEqualTo(1);
        assertThat(ReplicasIT.calls(master(), "script\\|load")).isZero();
    }

    @Test
    void readsFromTheMasterWhenTheReplicaIsDownIfThatIsPreferredOnly() {
        reconnect(ScriptClientOptions.defaults().withReadFrom(ReadFrom.REPLICA_PREFERRED));
        assertThat(scripts.call(call(READING))).isEqualTo(7);
        replica().kill();
        await().ignoreExceptionsInstanceOf(ScriptException.class).until(() -> scripts.call(call(READING)) == 7);
        for (int i = 0; i < 5; i++) {
            assertThat(scripts.call(call(READING))).isEqualTo(7);
        }
        assertThat(ReplicasIT.calls(master(), "evalsha_ro")).isGreaterThanOrEqualTo(6);
    }

    @Test
    void killsAScriptOnAReplicaAndOnAMaster() {
        reconnect(ScriptClientOptions.defaults().withReadFrom(ReadFrom.REPLICA).withKillOnTimeout(true));
        String endless = "while true do redis.call('GET', KEYS[1]) end";
        Script onReplica = LuaCall.script(endless).readOnly().timeout("PT0.4S");
        Script onMaster = LuaCall.script(endless + " return 1").timeout("PT0.4S");
        ScriptDispatch both = client.bind(ScriptDispatch.ABI, Probe.class, onReplica, onMaster);
        client.loadScripts();
        assertThat(scripts.call(call(READING))).isEqualTo(7);
        assertThat(scripts.call(call(WRITING))).isEqualTo(8);
        for (Script script : List.of(onReplica, onMaster)) {
            assertThatThrownBy(() -> both.call(call(script)))
                    .isInstanceOf(ScriptNotExecutedException.class)
                    .hasMessageContaining("the script was killed before it wrote anything");
        }
        assertThat(ReplicasIT.calls(replica(), "script\\|kill")).isEqualTo(1);
        assertThat(ReplicasIT.calls(master(), "script\\|kill")).isEqualTo(1);
    }

    private static LuaCall<Long> call(Script script) {
        return LuaCall.of(script, ReplyReader::asLong).keys(KEY);
    }

    private static RedisServer master() {
        return cluster.nodeOfSlot(SlotHash.getSlot(KEY));
    }

    private RedisServer replica() {
        List<RedisServer> running = cluster.replicasOf(master());
        return running.get(0);
    }

    private static String waitFor(RedisServer master) {
        return Objects.toString(master.command("WAIT", "1", "1000"));
    }
}
