package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.SlotHash;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySlotTest {

    private static final long SEED = 20_260_101;
    private static final String[] PIECES = {"", "{", "}", "{}", "}{", "a", "sale:", "ü", "月", "🌙", "\uD83C", "\0"};

    private final KeySlot slots = new KeySlot();
    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "moon",
                "{moon}:stock",
                "a{}b",
                "{}{moon}",
                "}{moon}",
                "{moon",
                "moon}",
                "{{moon}}",
                "{\uD83C}"
            })
    void isWhereLettuceSendsTheKey(String key) {
        assertSlotOf(key, keys -> keys.add(key));
        assertSlotOf(key, keys -> keys.add(key.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isThatOfTheWholeTextWhateverItIsPutTogetherFrom() {
        for (int i = 0; i < 50_000; i++) {
            String a = text();
            String b = text();
            String c = text();
            KeyTemplate one = KeyTemplate.of(a, c);
            KeyTemplate two = KeyTemplate.of(a, b, c);
            assertSlotOf(a + b + c, keys -> keys.add(one, b));
            assertSlotOf(a + c + b + a + c, keys -> keys.add(two, c, a));
            assertSlotOf(a + c + b + a + c, keys -> keys.begin(two).part(c).part(a));
        }
    }

    @Test
    void countsEveryKindOfValueAsItIsSent() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        KeyTemplate template = KeyTemplate.of("{", ":", ":", ":", "}", "!");
        for (long number : new long[] {0, -1, 10, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertSlotOf(
                    "{" + number + ":" + true + ":" + id + ":" + TimeUnit.DAYS + "}tail!",
                    keys -> keys.begin(template)
                            .part(number)
                            .part(true)
                            .part(id)
                            .part(TimeUnit.DAYS)
                            .part("tail"));
        }
    }

    /** Each value is encoded for itself, so that the same value gives the same bytes in every key. */
    @Test
    void joinsNoHalvesOfASurrogatePair() {
        assertSlotOf("{??}", keys -> keys.add(KeyTemplate.of("{", "", "}"), "\uD83C", "\uDF19"));
    }

    @Test
    void isThatOfTheFirstKey() {
        KeyTemplate template = KeyTemplate.of("{", ":", "}");
        Consumer<KeyWriter> others = keys -> {
            keys.add("second");
            keys.add(new byte[] {1, 2});
            keys.add(KeyTemplate.of("{", "}"), "moon");
            keys.add(template, "moon", "sun");
            keys.begin(template).part(7).part(true);
            keys.begin(template).part(new UUID(1, 2)).part(TimeUnit.DAYS);
            keys.begin(template).part("moon").part("sun");
        };
        assertSlotOf("first", others, keys -> keys.add("first"));
        assertSlotOf("{}first", others, keys -> keys.add("{}first".getBytes(StandardCharsets.UTF_8)));
        assertSlotOf("{gr\u00fcn:1}", others, keys -> keys.add(template, "gr\u00fcn", "1"));
        assertSlotOf(
                "{\u6708:1}",
                others,
                keys -> keys.begin(template).part("\u6708").part(1));
        assertSlotOf("", others, keys -> keys.add(""));
        assertThat(slots.of(new Keys(0, keys -> {}))).isEqualTo(KeySlot.NONE);
        assertThat(KeySlot.firstKey(new Keys(0, keys -> {}))).isNull();
    }

    @Test
    void isFoundAlsoBehindLargeKeys() {
        String key = "x".repeat(100_000) + "{moon}";
        assertSlotOf(key, keys -> keys.add(key));
        assertSlotOf("moon", keys -> keys.add("moon"));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private void assertSlotOf(String key, Consumer<KeyWriter> others, Consumer<KeyWriter> write) {
        assertSlotOf(key, write.andThen(others));
    }

    private void assertSlotOf(String key, Consumer<KeyWriter> write) {
        Keys call = new Keys(1, write);
        assertThat(KeySlot.firstKey(call)).isEqualTo(key.getBytes(StandardCharsets.UTF_8));
        assertThat(slots.of(call)).isEqualTo(SlotHash.getSlot(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Keys extends ScriptCall<Boolean> {

        @Override
        public Script script() {
            return Frames.SCRIPT;
        }

        private final int count;
        private final Consumer<KeyWriter> write;

        Keys(int count, Consumer<KeyWriter> write) {
            this.count = count;
            this.write = write;
        }

        @Override
        public int keyCount() {
            return count;
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            write.accept(keys);
        }

        @Override
        public Boolean readReply(ReplyReader reply) {
            return reply.asBoolean();
        }
    }
}
