package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void staysBelowThePortsOfOutgoingConnectionsTheBusIncluded() {
        assertThat(Stream.generate(FreePorts::next).limit(50))
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(10_000, 19_999))
                .allSatisfy(port -> assertThat(port + FreePorts.BUS_OFFSET).isLessThan(32_768));
    }

    @Test
    void noticesAPortInUse() throws IOException {
        try (ServerSocket holder = new ServerSocket(FreePorts.next(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(holder.getLocalPort())).isFalse();
        }
    }
}
