package dev.perigee.client;

import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.tracing.TraceContext;
import io.lettuce.core.tracing.TraceContextProvider;
import io.lettuce.core.tracing.Tracer;
import io.lettuce.core.tracing.TracerProvider;
import io.lettuce.core.tracing.Tracing;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps the finished spans, as text: name, arguments, error. */
final class RecordingTracing extends Tracer implements Tracing {

    final Queue<String> spans = new ConcurrentLinkedQueue<>();

    @Override
    public TracerProvider getTracerProvider() {
        return () -> this;
    }

    @Override
    public TraceContextProvider initialTraceContextProvider() {
        return () -> TraceContext.EMPTY;
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public boolean includeCommandArgsInSpanTags() {
        return true;
    }

    @Override
    public Endpoint createEndpoint(SocketAddress address) {
        return new Endpoint() {};
    }

    @Override
    public Span nextSpan() {
        return new Recorded();
    }

    @Override
    public Span nextSpan(TraceContext context) {
        return new Recorded();
    }

    private final class Recorded extends Span {

        private final StringBuilder text = new StringBuilder();

        @Override
        public Span start(RedisCommand<?, ?, ?> command) {
            if (command.getArgs() != null) {
                text.append(' ').append(command.getArgs().toCommandString());
            }
            ((CompleteableCommand<?>) command).onComplete((reply, cause) -> {
                String error =
                        command.getOutput() == null ? null : command.getOutput().getError();
                if (error != null) {
                    text.append(" error ").append(error);
                }
                if (cause != null) {
                    text.append(" failed");
                }
                finish();
            });
            return this;
        }

        @Override
        public Span name(String name) {
            text.append(name);
            return this;
        }

        @Override
        public Span annotate(String value) {
            return this;
        }

        @Override
        public Span tag(String key, String value) {
            return this;
        }

        @Override
        public Span error(Throwable throwable) {
            return this;
        }

        @Override
        public Span remoteEndpoint(Endpoint endpoint) {
            return this;
        }

        @Override
        public void finish() {
            spans.add(text.toString());
        }
    }
}
