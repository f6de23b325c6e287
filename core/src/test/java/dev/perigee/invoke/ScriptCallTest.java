package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.error.ScriptArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCallTest {

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 2, 0, "return 1");

    private final Call call = new Call();

    /** Opens the guards that generated calls use. */
    private static final class Call extends ScriptCall<Boolean> {

        @Override
        public Script script() {
            return SCRIPT;
        }

        private final List<String> keys;

        Call(String... keys) {
            this.keys = List.of(keys);
        }

        @Override
        public void writeKeys(KeyWriter writer) {
            keys.forEach(writer::add);
        }

        @Override
        public Boolean readReply(ReplyReader reply) {
            return reply.asBoolean();
        }

        String tag(@Nullable String value) {
            return hashTag("sku", value);
        }

        String tagStart(@Nullable String value) {
            return hashTagStart("sku", value);
        }

        String bare(@Nullable String value) {
            return withoutBraces("lock", value);
        }

        void tagIn(String text) {
            requireHashTag("tenant, sku", text);
        }

        float number(float value) {
            return finite("price", value);
        }

        String before(@Nullable String value) {
            return beforeHashTag("region", value);
        }

        List<String> list(@Nullable List<? extends @Nullable String> values) {
            return elements("names", values);
        }

        long count(@Nullable Duration value, ChronoUnit unit) {
            return inUnit("ttl", value, unit);
        }

        double number(double value) {
            return finite("price", value);
        }

        long since(@Nullable Instant value, ChronoUnit unit) {
            return sinceEpoch("due", value, unit);
        }

        byte[] raw(byte @Nullable [] value) {
            return bytes("image", value);
        }

        void oneSlot() {
            requireOneSlot();
        }
    }

    @Test
    void countsAsItsScriptSays() {
        assertThat(call.keyCount()).isEqualTo(2);
        assertThat(call.argumentCount()).isZero();
        assertThat(call.script()).isSameAs(SCRIPT);
    }

    @Test
    void refusesOnlyTheBraceThatWouldEndATagAtItsStart() {
        assertThat(call.tagStart("")).isEmpty();
        assertThat(call.tagStart("a}")).isEqualTo("a}");
        assertRefused(() -> call.tagStart("}a"), "sku begins with '}'");
        assertRefused(() -> call.tagStart(null), "sku is null");
    }

    @Test
    void refusesBracesInAKeyThatIsAnothersHashTag() {
        assertThat(call.bare("lock:1")).isEqualTo("lock:1");
        assertRefused(() -> call.bare("a{b"), "lock contains a brace");
        assertRefused(() -> call.bare("a}b"), "lock contains a brace");
    }

    @Test
    void refusesAHashTagThatSeveralValuesMakeEmpty() {
        call.tagIn("acme:{moon}");
        call.tagIn("a{b:{}");
        assertRefused(() -> call.tagIn("acme:{}"), "tenant, sku make an empty hash tag");
        assertRefused(() -> call.tagIn("{}:{moon}"), "tenant, sku make an empty hash tag");
    }

    @Test
    void sendsOnlyFiniteFloats() {
        assertThat(call.number(1.5f)).isEqualTo(1.5f);
        assertRefused(() -> call.number(Float.NaN), "price is NaN, but only finite numbers are sent");
    }

    @Test
    void refusesHashTagsThatRedisWouldNotSee() {
        assertThat(call.tag("moon{")).isEqualTo("moon{");
        assertRefused(() -> call.tag(null), "sku is null");
        assertRefused(() -> call.tag(""), "sku is empty");
        assertRefused(() -> call.tag("}moon"), "sku begins with '}'");
    }

    @Test
    void refusesAnOpeningBraceBeforeTheHashTag() {
        assertThat(call.before("eu}")).isEqualTo("eu}");
        assertRefused(() -> call.before("e{u"), "region contains '{'");
    }

    @Test
    void namesTheElementThatIsNull() {
        assertThat(call.list(List.of("a", "b"))).containsExactly("a", "b");
        assertRefused(() -> call.list(null), "names is null");
        assertRefused(() -> call.list(Arrays.asList("a", null)), "names[2] is null");
    }

    @ParameterizedTest
    @CsvSource({
        "PT1.5S, SECONDS, 2",
        "PT1.5S, MILLIS, 1500",
        "PT0.000000001S, SECONDS, 1",
        "PT0S, SECONDS, 0",
        "PT2S, SECONDS, 2",
        "PT-1.5S, SECONDS, -1",
        "PT-1S, SECONDS, -1",
    })
    void countsDurationsInWholeUnitsRoundedUp(Duration value, ChronoUnit unit, long expected) {
        assertThat(call.count(value, unit)).isEqualTo(expected);
    }

    @Test
    void refusesDurationsThatDoNotFit() {
        assertRefused(() -> call.count(Duration.ofSeconds(Long.MAX_VALUE), ChronoUnit.MILLIS), "ttl is too long");
        assertThat(call.count(Duration.ofSeconds(Long.MAX_VALUE), ChronoUnit.SECONDS))
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:01.000000001Z, SECONDS, 2",
        "1970-01-01T00:00:01.5Z, MILLIS, 1500",
        "1969-12-31T23:59:58.5Z, SECONDS, -1",
        "+1000000000-12-31T23:59:59.999999999Z, SECONDS, 31556889864403200",
        "-1000000000-01-01T00:00:00Z, SECONDS, -31557014167219200",
    })
    void countsPointsInTimeFromTheEpochRoundedUp(Instant value, ChronoUnit unit, long expected) {
        assertThat(call.since(value, unit)).isEqualTo(expected);
    }

    @Test
    void refusesPointsInTimeThatDoNotFit() {
        assertRefused(
                () -> call.since(Instant.MAX, ChronoUnit.NANOS), "due is too far from 1970 to be counted in Nanos");
        assertRefused(() -> call.since(null, ChronoUnit.NANOS), "due is null");
    }

    @Test
    void copiesBytes() {
        byte[] image = {1, 2};
        byte[] kept = call.raw(image);
        image[0] = 3;
        assertThat(kept).containsExactly(1, 2);
        assertRefused(() -> call.raw(null), "image is null");
    }

    @Test
    void refusesWhatIsNoNumberToRedis() {
        assertThat(call.number(1.5)).isEqualTo(1.5);
        assertRefused(() -> call.number(Double.NaN), "price is NaN");
        assertRefused(() -> call.number(Double.NEGATIVE_INFINITY), "price is -Infinity");
    }

    @Test
    void refusesKeysInTwoSlots() {
        new Call("a{x}", "b{x}").oneSlot();
        assertRefused(() -> new Call("foo", "bar").oneSlot(), "KEYS[1] is in slot 12182 and KEYS[2] in slot 5061");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, 15257",
        "{}a, 10875",
        "{{x}}, 11068",
        "a{b}{c}, 3300",
        "foo{}{bar}, 8363",
        "foo{{bar}}zap, 4015",
        "}{a}, 15495",
        "{, 4092",
        "'', 0",
    })
    void agreesWithRedisOnSlots(String key, int slot) {
        assertRefused(
                () -> new Call("foo", key).oneSlot(), "KEYS[1] is in slot 12182 and KEYS[2] in slot " + slot + ",");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable guard, String problem) {
        assertThatThrownBy(guard)
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessageStartingWith("Sale.buy: " + problem)
                .hasMessageEndingWith("(sale/buy.lua)");
    }
}
