package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A script that counts its runs in its key, and then keeps the server busy for some milliseconds. */
final class Counting {

    static final Script SCRIPT = LuaCall.script("""
            local runs = redis.call('INCR', KEYS[1])
            local t = redis.call('TIME')
            local stop = t[1] * 1000 + t[2] / 1000 + ARGV[1]
            while t[1] * 1000 + t[2] / 1000 < stop do
              t = redis.call('TIME')
            end
            return runs
            """);

    private Counting() {}

    /** Returns how many times it has run with this key. */
    static LuaCall<Long> call(String key, int millis) {
        return LuaCall.of(SCRIPT, ReplyReader::asLong).keys(key).arguments(1, argv -> argv.add(millis));
    }

    /**
     * Waits for the calls, and compares what each says with how many times it ran.
     *
     * @param calls by their keys
     * @param runs the number in a key, null if there is none
     * @return how many calls do not know whether they ran
     */
    static int assertNoneRanTwice(Map<String, CompletableFuture<Long>> calls, Function<String, @Nullable String> runs) {
        int unknown = 0;
        for (Map.Entry<String, CompletableFuture<Long>> call : calls.entrySet()) {
            Throwable failure = call.getValue().handle((value, e) -> e).join();
            String ran = runs.apply(call.getKey());
            if (failure == null) {
                assertThat(ran).isEqualTo("1");
            } else if (failure instanceof ScriptNotExecutedException) {
                assertThat(ran).isNull();
            } else {
                assertThat(failure).isInstanceOf(ScriptOutcomeUnknownException.class);
                assertThat(ran).isIn("1", null);
                unknown++;
            }
        }
        return unknown;
    }
}
