package dev.perigee.transport;

import dev.perigee.error.ScriptArgumentException;
import dev.perigee.invoke.Batch;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The scripts of one invoker, each as it is sent. */
final class BoundScripts implements ScriptDispatch {

    private final ScriptTransport transport;
    private final Map<Script, BoundScript> scripts = new HashMap<>();
    private final ReplyDecoding decoding;
    private final int maxInFlight;

    private final CodecCheck codecCheck;

    /**
     * @param type the interface
     * @param scripts what to send for each script that was compiled in
     * @param maxInFlight how many calls of a batch may wait for their replies at a time, at least 1
     */
    BoundScripts(
            ScriptTransport transport, Class<?> type, Map<Script, Script> scripts, Codecs codecs, int maxInFlight) {
        this.transport = transport;
        this.decoding = new ReplyDecoding(codecs);
        this.codecCheck = new CodecCheck(type, codecs);
        this.maxInFlight = maxInFlight;
        scripts.forEach((compiled, sent) -> this.scripts.put(compiled, new BoundScript(transport, decoding, sent)));
    }

    @Override
    public <T extends @Nullable Object> T call(ScriptCall<T> call) {
        return decoding.read(call, answer(call));
    }

    @Override
    public long call(ScriptCall.OfLong call) {
        return decoding.readLong(call, answer(call));
    }

    @Override
    public double call(ScriptCall.OfDouble call) {
        return decoding.readDouble(call, answer(call));
    }

    private ScriptCommand answer(ScriptCall<?> call) {
        BoundScript bound = bound(call.script());
        SyncCall pending = new SyncCall(bound, call);
        transport.send(pending);
        try {
            return pending.await(bound.timeout(), transport.spin());
        } catch (NoReply e) {
            throw e.toException(bound.script());
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(ScriptCall<T> call) {
        AsyncCall<T> pending = new AsyncCall<>(bound(call.script()), call);
        pending.start();
        return pending.future();
    }

    @Override
    public <T> Mono<T> callMono(Supplier<? extends ScriptCall<? extends @Nullable T>> call) {
        return Mono.fromFuture(() -> callAsync(call.get()));
    }

    @Override
    public <T> Flux<T> callFlux(Supplier<? extends ScriptCall<List<T>>> call) {
        return Mono.fromFuture(() -> callAsync(call.get())).flatMapIterable(BoundScripts::present);
    }

    /** A Flux has no nulls, which elements may be that are read into a nullable type; that of a batch leaves them out, too. */
    private static <T> List<T> present(List<T> values) {
        return values.stream().anyMatch(Objects::isNull)
                ? values.stream().filter(Objects::nonNull).toList()
                : values;
    }

    @Override
    public <E, T extends @Nullable Object> Batch<T> each(
            Script script, String name, @Nullable Collection<? extends E> elements, Function<E, ScriptCall<T>> call) {
        BoundScript bound = bound(script);
        if (elements == null) {
            throw new ScriptArgumentException(script.method(), script.file(), name + " is null", null);
        }
        return new ScriptBatch<>(new BatchSource<>(bound, maxInFlight, elements, call));
    }

    @Override
    public Codecs codecs() {
        return decoding.codecs();
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

    private BoundScript bound(Script compiled) {
        BoundScript script = scripts.get(compiled);
        if (script == null) {
            throw new IllegalArgumentException(compiled + " is not one of the scripts that were bound");
        }
        return script;
    }
}
