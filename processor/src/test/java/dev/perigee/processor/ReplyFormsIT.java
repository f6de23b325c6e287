package dev.perigee.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.ScriptClient;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.protocol.ProtocolVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What generated code makes of the replies and errors of scripts on a real server. */
@ParameterizedClass
@EnumSource(
        value = ProtocolVersion.class,
        names = {"RESP2", "RESP3"})
@SuppressWarnings("NullAway.Init") // set before all tests
class ReplyFormsIT {

    private static final String SOURCE = """
            package shop;

            import dev.perigee.*;
            import dev.perigee.error.ScriptErrorException;
            import java.time.*;
            import java.time.temporal.ChronoUnit;
            import java.util.*;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.CompletionStage;
            import reactor.core.publisher.Mono;

            @RedisScript("scripts")
            @ScriptError(code = "FROZEN", exception = Shop.Frozen.class)
            public interface Shop {

                Purchase buy(String how);

                List<Purchase> all();

                Formula formula();

                @Key("h")
                Item item();

                @Key("h")
                Optional<Item> hash();

                @Key("h")
                @RedisScript("hash.lua")
                Map<String, String> map();

                @Key("h")
                Duration left();

                @RedisScript("nothing.lua")
                @Nullable String nothing();

                @RedisScript("nothing.lua")
                Mono<String> nothingLater();

                default boolean emptyMono() {
                    return nothingLater().blockOptional().isEmpty();
                }

                Gaps gaps();

                @ScriptError(code = "TOO_LITTLE", exception = TooLittle.class)
                long withdraw(String how) throws TooLittle;

                @ScriptError(code = "TOO_LITTLE", exception = TooLittle.class)
                @RedisScript("withdraw.lua")
                CompletableFuture<Long> withdrawLater(String how);

                default String withdrawn(String how) {
                    try {
                        return "" + withdraw(how);
                    } catch (TooLittle | Frozen e) {
                        return e + " / " + ((ScriptErrorException) e.getCause()).code();
                    }
                }

                sealed interface Purchase {}

                record Sold(String id, long left) implements Purchase {}

                record SoldOut() implements Purchase {}

                @Code("-1")
                record Unknown() implements Purchase {}

                sealed interface Formula {}

                @Code("n")
                record Num(double value) implements Formula {}

                @Code("+")
                record Sum(Formula left, Formula right) implements Formula {}

                @Reply(byName = true)
                record Item(String name, @Reply(name = "in-stock") long stock, Optional<String> note) {}

                record Gaps(@Nullable String first, OptionalLong second, List<@Nullable String> third, State state) {}

                enum State { @Code("o") OPEN, @Code("7") CLOSED }

                class TooLittle extends Exception {
                    public TooLittle(String message, ScriptErrorException cause) {
                        super(message, cause);
                    }
                }

                class Frozen extends RuntimeException {
                    public Frozen(String message) {
                        super(message);
                    }
                }

                @java.lang.annotation.Target({
                    java.lang.annotation.ElementType.TYPE_USE, java.lang.annotation.ElementType.RECORD_COMPONENT})
                @interface Nullable {}
            }
            """;

    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("buy.lua", """
                    if ARGV[1] == 'unknown' then
                        return -1
                    elseif ARGV[1] == 'out' then
                        return 'SOLD_OUT'
                    elseif ARGV[1] == 'wrong' then
                        return {ARGV[1]}
                    end
                    return {'Sold', ARGV[1], 3}
                    """),
            Map.entry("all.lua", "return {{'SOLD', 'a', '5'}, {'SoldOut'}, {-1}}"),
            Map.entry("formula.lua", "return {'+', {'n', '1.5'}, {'+', {'n', 2}, {'n', '3'}}}"),
            Map.entry("item.lua", "return {'in-stock', redis.call('HLEN', KEYS[1]), 'name', 'lamp'}"),
            Map.entry("hash.lua", """
                    redis.call('HSET', KEYS[1], 'name', 'lamp', 'in-stock', 7, 'colour', 'red')
                    return redis.call('HGETALL', KEYS[1])
                    """),
            Map.entry("left.lua", """
                    redis.call('SET', KEYS[1], 'x', 'PX', 100000)
                    return redis.call('PTTL', KEYS[1])
                    """),
            Map.entry("nothing.lua", "return false"),
            Map.entry("gaps.lua", "return {false, false, {'a', false}, 7}"),
            Map.entry("withdraw.lua", """
                    if ARGV[1] == 'frozen' then
                        return redis.error_reply('FROZEN since May')
                    elseif ARGV[1] == 'little' then
                        error({err = 'TOO_LITTLE only 3 left'})
                    end
                    return 4
                    """));

    private static CompiledInterface compiled;

    private final RedisServer server = RedisServer.start();
    private final RedisClient redis = RedisClient.create(server.uri().toString());
    private final ScriptClient client;
    private final Object shop;

    @BeforeAll
    static void compile(@TempDir Path folder) {
        compiled = CompiledInterface.of(SOURCE, folder, SCRIPTS);
    }

    ReplyFormsIT(ProtocolVersion protocol) {
        redis.setOptions(ClientOptions.builder().protocolVersion(protocol).build());
        client = ScriptClient.connect(redis);
        shop = client.create(compiled.type());
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(0, 0, TimeUnit.SECONDS);
        server.close();
    }

    private Object call(String name, Object... arguments) {
        return compiled.call(shop, name, arguments);
    }

    @Test
    void readsTheAlternativeThatTheFirstElementChooses() {
        assertThat(call("buy", "b7")).hasToString("Sold[id=b7, left=3]");
        assertThat(call("buy", "out")).hasToString("SoldOut[]");
        assertThat(call("buy", "unknown")).hasToString("Unknown[]");
        assertThat(call("all")).hasToString("[Sold[id=a, left=5], SoldOut[], Unknown[]]");
        assertThatThrownBy(() -> call("buy", "wrong"))
                .isInstanceOf(ScriptReplyException.class)
                .hasMessageContaining("Purchase");
    }

    @Test
    void readsWhatContainsItself() {
        assertThat(call("formula"))
                .hasToString("Sum[left=Num[value=1.5], right=Sum[left=Num[value=2.0], right=Num[value=3.0]]]");
    }

    @Test
    void readsRecordsByName() {
        assertThat(call("hash")).hasToString("Optional[Item[name=lamp, stock=7, note=Optional.empty]]");
        assertThat(call("item")).hasToString("Item[name=lamp, stock=3, note=Optional.empty]");
        assertThat(call("map")).isEqualTo(Map.of("name", "lamp", "in-stock", "7", "colour", "red"));
    }

    @Test
    void takesTheUnitOfADurationFromTheScript() {
        assertThat((Duration) call("left")).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(100));
    }

    @Test
    void readsNilWhereThereIsAPlaceForIt() {
        assertThat(call("nothing")).isNull();
        assertThat(call("emptyMono")).isEqualTo(true);
        assertThat(call("gaps"))
                .hasToString("Gaps[first=null, second=OptionalLong.empty, third=[a, null], state=CLOSED]");
    }

    @Test
    void throwsTheApplicationsOwnExceptions() {
        assertThat(call("withdrawn", "")).isEqualTo("4");
        assertThat(call("withdrawn", "little")).isEqualTo("shop.Shop$TooLittle: only 3 left / TOO_LITTLE");
        assertThat(call("withdrawn", "frozen")).isEqualTo("shop.Shop$Frozen: since May / FROZEN");
        for (String how : List.of("little", "frozen")) {
            assertThatThrownBy(() -> ((CompletableFuture<?>) call("withdrawLater", how)).get(10, TimeUnit.SECONDS))
                    .cause()
                    .hasMessage(how.equals("little") ? "only 3 left" : "since May");
        }
    }
}
