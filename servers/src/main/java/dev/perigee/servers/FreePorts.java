package dev.perigee.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers: free themselves, and with a free cluster bus port 10000 above, where Redis puts it by default.
 *
 * <p>They lie in 10000 to 19999, below the ports that systems give to outgoing connections. A server that is down for a
 * while thus finds its port again, and a client that tries to reconnect cannot be given that port as its own end and
 * connect to itself. A port is handed out once; another process can still take it before the server does.
 */
final class FreePorts {

    static final int BUS_OFFSET = 10_000;

    private static final int FIRST = 10_000;
    private static final int COUNT = 10_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePorts() {}

    static int next() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port) && isFree(port + BUS_OFFSET)) {
                return port;
            }
        }
        throw new ServerStartException("no free port from " + FIRST + " to " + (FIRST + COUNT - 1));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
