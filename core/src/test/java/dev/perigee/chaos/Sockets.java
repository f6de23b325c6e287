package dev.perigee.chaos;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;

/** The open sockets of a Lettuce client, to cut them. */
final class Sockets implements NettyCustomizer {

    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    /** Reconnects wait for a tick, 100 ms by default. */
    private final HashedWheelTimer timer = new HashedWheelTimer(5, TimeUnit.MILLISECONDS);

    private final ClientResources resources = ClientResources.builder()
            .nettyCustomizer(this)
            .timer(timer)
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();

    ClientResources resources() {
        return resources;
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        open.add(channel);
    }

    void cut() {
        if (!open.close().awaitUninterruptibly(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("sockets do not close");
        }
    }

    void shutdown() {
        resources.shutdown(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        timer.stop();
    }
}
