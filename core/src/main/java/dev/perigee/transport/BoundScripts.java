package dev.perigee.transport;

import dev.perigee.invoke.Batch;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.invoke.ScriptErrors;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The scripts of one invoker, each as it is sent. Decodes replies: on the caller's thread, or the event loop if async. */
final class BoundScripts implements ScriptDispatch {

    private final ScriptTransport transport;
    private final Map<Script, BoundScript> scripts = new HashMap<>();

    private final Codecs codecs;
    private final CodecCheck codecCheck;

    /**
     * @param type the interface
     * @param scripts what to send for each script that was compiled in
     */
    BoundScripts(ScriptTransport transport, Class<?> type, Map<Script, Script> scripts, Codecs codecs) {
        this.transport = transport;
        this.codecs = codecs;
        this.codecCheck = new CodecCheck(type, codecs);
        scripts.forEach((compiled, sent) -> this.scripts.put(compiled, new BoundScript(sent)));
    }

    @Override
    public <T extends @Nullable Object> T call(ScriptCall<T> call) {
        BoundScript script = bound(call);
        RecordedReply reply;
        try {
            reply = transport.send(script, call).await(transport.timeout());
        } catch (NoReply e) {
            throw e.toException(script.script());
        }
        return read(script.script(), call, reply);
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(ScriptCall<T> call) {
        BoundScript bound = bound(call);
        Script script = bound.script();
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletionStage<RecordedReply> pending = transport.send(bound, call);
        pending.whenComplete((reply, failure) -> {
            if (failure != null) {
                result.completeExceptionally(
                        failure instanceof NoReply noReply ? noReply.toException(script) : failure);
                return;
            }
            try {
                result.complete(read(script, call, reply));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private <T extends @Nullable Object> T read(Script script, ScriptCall<T> call, RecordedReply reply) {
        if (reply.isError()) {
            throw ScriptErrors.parse(script, reply.errorText());
        }
        return call.readReply(new ReplyReader(script, reply, codecs));
    }

    @Override
    public <T> Mono<T> callMono(Supplier<? extends ScriptCall<? extends @Nullable T>> call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Flux<T> callFlux(Supplier<? extends ScriptCall<List<T>>> call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <E, T extends @Nullable Object> Batch<T> each(
            Script script, String name, @Nullable Collection<? extends E> elements, Function<E, ScriptCall<T>> call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Codecs codecs() {
        return codecs;
    }

    @Override
    public void requireJson() {
        codecCheck.requireJson();
    }

    @Override
    public void requireEncoder(Class<?> type) {
        codecCheck.requireEncoder(type);
    }

    @Override
    public void requireDecoder(Class<?> type) {
        codecCheck.requireDecoder(type);
    }

    private BoundScript bound(ScriptCall<?> call) {
        BoundScript script = scripts.get(call.script());
        if (script == null) {
            throw new IllegalArgumentException(call.script() + " is not one of the scripts that were bound");
        }
        return script;
    }
}
