package dev.perigee.client;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What a Lettuce client writes to its sockets, with as few threads as it can have. */
final class Traffic implements NettyCustomizer {

    private final AtomicInteger flushes = new AtomicInteger();
    private final ClientResources resources = ClientResources.builder()
            .nettyCustomizer(this)
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();
    private volatile Runnable whenLoading = () -> {};

    ClientResources resources() {
        return resources;
    }

    int flushes() {
        return flushes.get();
    }

    /** Runs this on the event loop when a script is being loaded. */
    void whenLoading(Runnable action) {
        whenLoading = action;
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
                if (message instanceof ByteBuf bytes
                        && bytes.toString(StandardCharsets.ISO_8859_1).contains("SCRIPT")) {
                    whenLoading.run();
                }
                super.write(context, message, promise);
            }

            @Override
            public void flush(ChannelHandlerContext context) throws Exception {
                flushes.incrementAndGet();
                super.flush(context);
            }
        });
    }

    void shutdown() {
        resources.shutdown(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
