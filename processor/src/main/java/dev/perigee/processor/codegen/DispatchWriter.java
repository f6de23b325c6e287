package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.model.Mode;
import dev.perigee.processor.model.ReplyType;
import dev.perigee.processor.model.ScriptMethod;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the one expression of a method that differs by how it is called: what hands its calls to the client. */
final class DispatchWriter {

    private static final ClassName FUTURE_KT = ClassName.get("kotlinx.coroutines.future", "FutureKt");
    private static final ClassName MONO = ClassName.get("reactor.core.publisher", "Mono");
    private static final ClassName UNIT = ClassName.get("kotlin", "Unit");

    private final ScriptMethod method;
    private final Mode mode;
    private final boolean nothing;
    private final boolean codecs;

    /** @param codecs whether calls are made with what is registered on the client */
    DispatchWriter(ScriptMethod method, boolean codecs) {
        this.codecs = codecs;
        this.method = method;
        this.mode = method.mode();
        this.nothing = method.reply() instanceof ReplyType.Nothing;
    }

    /**
     * The expression.
     *
     * @param script the script's constant
     * @param call the class of the calls
     */
    Code expression(Code script, String call) {
        Code dispatch = mode.each().isPresent() ? batch(script, call) : single(construction(call, ""));
        return mode.style() == Mode.Style.SUSPEND ? awaited(dispatch) : dispatch;
    }

    private String scripts() {
        return parameters().contains("scripts") ? "this.scripts" : "scripts";
    }

    private List<String> parameters() {
        return method.declaration().parameters().stream()
                .map(ParameterDeclaration::name)
                .toList();
    }

    /**
     * A new call.
     *
     * @param element what stands for the parameter with {@code @Each}
     */
    private Code construction(String call, String element) {
        String each = mode.each().map(ParameterDeclaration::name).orElse("");
        Stream<String> values = parameters().stream().map(name -> name.equals(each) ? element : name);
        return Code.of(
                "new $L($L)",
                call,
                (codecs ? Stream.concat(Stream.of(scripts() + ".codecs()"), values) : values)
                        .collect(Collectors.joining(", ")));
    }

    private Code single(Code call) {
        return switch (mode.style()) {
            case SYNC -> NumberCall.narrowed(method, Code.of("$L.call($L)", scripts(), call));
            case FUTURE, SUSPEND -> Code.of("$L.callAsync($L)", scripts(), call);
            case MONO -> Code.of("$L.callMono(() -> $L)", scripts(), call);
            case FLUX -> Code.of("$L.callFlux(() -> $L)", scripts(), call);
        };
    }

    private Code batch(Code script, String call) {
        String each = mode.each().orElseThrow().name();
        String element = Names.without(parameters()).give("element");
        Code batch = Code.of(
                "$L.each($L, $L, $L, $L -> $L)",
                scripts(),
                script,
                Literals.string(each),
                each,
                element,
                construction(call, element));
        String what = mode.outcomes() ? "outcomes" : nothing ? "run" : "results";
        return switch (mode.style()) {
            case SYNC -> Code.of("$L\n        .$L()", batch, what);
            case FUTURE, SUSPEND -> Code.of("$L\n        .$LAsync()", batch, what);
            case MONO -> Code.of("$T.fromFuture(() -> $L\n        .$LAsync())", MONO, batch, what);
            case FLUX -> Code.of("$L\n        .$LFlux()", batch, what);
        };
    }

    /** Kotlin expects its {@code Unit} where there is no result. */
    private Code awaited(Code dispatch) {
        String continuation = Objects.requireNonNull(mode.continuation()).name();
        boolean unit = nothing && !mode.outcomes();
        Code stage = unit ? Code.of("$L.thenApply(done -> $T.INSTANCE)", dispatch, UNIT) : dispatch;
        return Code.of("$T.await($L, $L)", FUTURE_KT, stage, continuation);
    }
}
