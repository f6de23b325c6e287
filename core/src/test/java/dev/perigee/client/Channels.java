package dev.perigee.client;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The sockets of a Lettuce client, to cut them while a script runs: the server takes in CLIENT KILL only afterwards. */
final class Channels implements NettyCustomizer {

    private final List<Channel> channels = new CopyOnWriteArrayList<>();
    private final ClientResources resources =
            ClientResources.builder().nettyCustomizer(this).build();

    ClientResources resources() {
        return resources;
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        channels.add(channel);
    }

    /** Closes them when what has been handed over is written: an event loop writes one call, and then those that came meanwhile. */
    void cut() {
        channels.forEach(Channels::settle);
        channels.forEach(channel -> channel.close().syncUninterruptibly());
        channels.clear();
    }

    /** Keeps their event loops from doing anything until the latch is opened. */
    CountDownLatch hold() {
        CountDownLatch latch = new CountDownLatch(1);
        channels.forEach(channel -> channel.eventLoop().execute(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return latch;
    }

    private static void settle(Channel channel) {
        channel.eventLoop().submit(() -> {}).syncUninterruptibly();
        channel.eventLoop().submit(() -> {}).syncUninterruptibly();
    }

    void shutdown() {
        resources.shutdown(0, 2, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
    }
}
