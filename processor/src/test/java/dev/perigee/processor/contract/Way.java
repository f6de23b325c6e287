package dev.perigee.processor.contract;

import dev.perigee.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A way of calling a script. */
enum Way {
    SYNC("%s"),
    READ_ONLY("%s"),
    STAGE("CompletionStage<%s>"),
    FUTURE("CompletableFuture<%s>"),
    MONO("Mono<%s>"),
    EACH("List<%s>"),
    EACH_OUTCOMES("List<Outcome<%s>>"),
    EACH_STAGE("CompletionStage<List<%s>>"),
    EACH_FLUX("Flux<%s>"),
    EACH_OUTCOMES_FLUX("Flux<Outcome<%s>>");

    private final String wrapper;

    Way(String wrapper) {
        this.wrapper = wrapper;
    }

    boolean each() {
        return name().startsWith("EACH");
    }

    String method(int row) {
        return name().toLowerCase(Locale.ROOT).replace('_', 'x') + "x" + row;
    }

    /** The method's declaration. */
    String declaration(int row, Row type) {
        String annotations = (this == READ_ONLY ? "@ReadOnly " : "") + type.methodAnnotations();
        String returned = wrapper.formatted(this == SYNC || this == READ_ONLY ? type.type() : type.boxed());
        return "@RedisScript(\"row" + row + ".lua\") " + annotations + " " + returned + " " + method(row) + "("
                + parameter(type) + ");\n";
    }

    private String parameter(Row type) {
        if (each()) {
            return "@Each " + type.parameterAnnotations() + " List<"
                    + (type.hasArgument() ? type.boxedPassed() : "Integer") + "> value";
        }
        return type.hasArgument() ? type.parameterAnnotations() + " " + type.passedType() + " value" : "";
    }

    /** The arguments of the call. */
    @Nullable
    Object[] arguments(Row type, @Nullable Object value) {
        if (each()) {
            return new @Nullable Object[] {type.hasArgument() ? List.of(value, value) : List.of(1, 2)};
        }
        return type.hasArgument() ? new @Nullable Object[] {value} : new @Nullable Object[0];
    }

    /** The results, as many as there were calls. */
    List<? extends @Nullable Object> results(@Nullable Object given) {
        if (this == SYNC || this == READ_ONLY) {
            return Collections.singletonList(given);
        }
        Object returned = Objects.requireNonNull(given);
        return switch (this) {
            case SYNC, READ_ONLY -> throw new IllegalStateException();
            case STAGE, FUTURE ->
                Collections.singletonList(
                        ((CompletionStage<?>) returned).toCompletableFuture().join());
            case MONO -> Collections.singletonList(((Mono<?>) returned).block());
            case EACH -> (List<?>) returned;
            case EACH_OUTCOMES -> values((List<?>) returned);
            case EACH_STAGE ->
                (List<?>) ((CompletionStage<?>) returned).toCompletableFuture().join();
            case EACH_FLUX -> elements(returned);
            case EACH_OUTCOMES_FLUX -> values(elements(returned));
        };
    }

    private static List<?> elements(Object flux) {
        return Objects.requireNonNull(((Flux<?>) flux).collectList().block());
    }

    private static List<? extends @Nullable Object> values(List<?> outcomes) {
        return outcomes.stream()
                .map(outcome -> ((Outcome.Success<?>) outcome).value())
                .toList();
    }
}
