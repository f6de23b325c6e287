package dev.perigee.processor.contract;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.perigee.client.ScriptClient;
import dev.perigee.client.ScriptClientOptions;
import dev.perigee.jackson.JacksonJsonCodec;
import dev.perigee.processor.CompiledClasses;
import dev.perigee.processor.PerigeeProcessor;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.protocol.ProtocolVersion;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of the table, in every way of calling, with both protocols. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class ContractIT {

    private static final List<Row> ROWS = Rows.all();

    private final RedisServer server = RedisServer.start();
    private final Map<ProtocolVersion, RedisClient> redis = new EnumMap<>(ProtocolVersion.class);
    private final Map<ProtocolVersion, Object> invokers = new EnumMap<>(ProtocolVersion.class);
    private Class<?> type;
    private Class<?> values;

    static Stream<Arguments> calls() {
        return Stream.of(ProtocolVersion.RESP2, ProtocolVersion.RESP3)
                .flatMap(protocol -> Arrays.stream(Way.values())
                        .flatMap(way -> IntStream.range(0, ROWS.size())
                                .mapToObj(row -> Arguments.of(protocol, way, row, ROWS.get(row)))));
    }

    @BeforeAll
    void compile(@TempDir Path scripts) throws IOException, ReflectiveOperationException {
        Files.createDirectories(scripts.resolve("contract"));
        for (int i = 0; i < ROWS.size(); i++) {
            Files.writeString(
                    scripts.resolve("contract/row" + i + ".lua"), ROWS.get(i).script() + "\n");
        }
        Compilation compilation = javac().withProcessors(new PerigeeProcessor())
                .withOptions("-Aperigee.scripts=" + scripts)
                .compile(
                        JavaFileObjects.forSourceString("contract.Contract", Sources.interfaceOf(ROWS)),
                        JavaFileObjects.forSourceString("contract.Values", Sources.valuesOf(ROWS)));
        assertThat(compilation.errors()).isEmpty();
        CompiledClasses classes = new CompiledClasses(compilation);
        type = classes.loadClass("contract.Contract");
        values = classes.loadClass("contract.Values");
        for (ProtocolVersion protocol : List.of(ProtocolVersion.RESP2, ProtocolVersion.RESP3)) {
            connect(protocol);
        }
    }

    private void connect(ProtocolVersion protocol) throws ReflectiveOperationException {
        RedisClient lettuce = RedisClient.create(server.uri().toString());
        lettuce.setOptions(ClientOptions.builder().protocolVersion(protocol).build());
        redis.put(protocol, lettuce);
        Object options = values.getMethod("options", ScriptClientOptions.class)
                .invoke(null, ScriptClientOptions.defaults().withJson(new JacksonJsonCodec()));
        invokers.put(
                protocol,
                ScriptClient.connect(lettuce, (ScriptClientOptions) options).create(type));
    }

    @AfterAll
    void stop() {
        redis.values().forEach(lettuce -> lettuce.shutdown(0, 0, TimeUnit.SECONDS));
        server.close();
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource("calls")
    void holds(ProtocolVersion protocol, Way way, int number, Row row) throws ReflectiveOperationException {
        @Nullable Object passed = row.hasArgument() ? value("passed" + number) : null;
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(way.method(number)))
                .findFirst()
                .orElseThrow();
        List<? extends @Nullable Object> results =
                way.results(method.invoke(invokers.get(protocol), way.arguments(row, passed)));
        @Nullable Object expected = value("expected" + number);
        assertThat(results).hasSize(way.each() ? 2 : 1);
        for (Object result : results) {
            assertThat(result).isEqualTo(expected);
        }
    }

    private @Nullable Object value(String name) throws ReflectiveOperationException {
        return values.getMethod(name).invoke(null);
    }
}
