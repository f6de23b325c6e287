package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.data.redis.connection.RedisStaticMasterReplicaConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;

class StaticReplicasTest {

    private static final DataRedisConnectionDetails DETAILS = new DataRedisConnectionDetails() {
        @Override
        public String getUsername() {
            return "app";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public MasterReplica getMasterReplica() {
            return () -> List.of(new Node("r1", 7000), new Node("r2", 7001));
        }
    };

    @Test
    void areABeanIfThereIsOne() {
        RedisStaticMasterReplicaConfiguration bean = new RedisStaticMasterReplicaConfiguration("mine");
        assertThat(StaticReplicas.of(bean, DETAILS)).isSameAs(bean);
        assertThat(StaticReplicas.of(bean, null)).isSameAs(bean);
    }

    @Test
    void areNoneWhereNoneAreSaid() {
        assertThat(StaticReplicas.of(null, null)).isNull();
        assertThat(StaticReplicas.of(null, new DataRedisConnectionDetails() {})).isNull();
    }

    @Test
    void haveAddressesWithAllThatTheClientConfigurationSays() {
        RedisStaticMasterReplicaConfiguration replicas = Objects.requireNonNull(StaticReplicas.of(null, DETAILS));
        replicas.setDatabase(2);
        List<RedisURI> uris = StaticReplicas.uris(
                replicas,
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(7))
                        .clientName("shop")
                        .useSsl()
                        .disablePeerVerification()
                        .build());
        assertThat(uris).extracting(RedisURI::getHost).containsExactly("r1", "r2");
        assertThat(uris).extracting(RedisURI::getPort).containsExactly(7000, 7001);
        assertThat(uris).allSatisfy(uri -> {
            assertThat(uri.getDatabase()).isEqualTo(2);
            assertThat(uri.isSsl()).isTrue();
            assertThat(uri.isVerifyPeer()).isFalse();
            assertThat(uri.getTimeout()).isEqualTo(Duration.ofSeconds(7));
            assertThat(uri.getClientName()).isEqualTo("shop");
            RedisCredentials credentials = Objects.requireNonNull(
                    uri.getCredentialsProvider().resolveCredentials().block());
            assertThat(credentials.getUsername()).isEqualTo("app");
            assertThat(credentials.getPassword()).containsExactly("secret".toCharArray());
        });
    }
}
