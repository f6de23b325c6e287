package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How much memory it takes to make and write a call, and to read a reply, when that has been done for a while. Most limits
 * are exact: 0, or the size of the objects that the caller passes on or gets, on a JVM with compressed references. Where
 * others are made, the limit says which. The sizes are of {@code byte[n]} 16 + n and of {@code String} 24 + its bytes, all
 * rounded up to 8.
 */
class AllocationTest {

    private static final int ROUNDS = 6;
    private static final int CALLS_OF_ROUND = 10_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final EnumConstants<TimeUnit> UNITS = EnumConstants.of(TimeUnit.values());
    private static final EnumConstants<TimeUnit> CODES =
            EnumConstants.of(TimeUnit.values(), "n", "u", "m", "s", "min", "h", "d");
    private static final KeyTemplate STOCK_KEY = KeyTemplate.of("sale:{", "}:stock");
    private static final KeyTemplate BUYERS_KEY = KeyTemplate.of("sale:{", "}:buyers");
    private static final KeyTemplate LINE_KEY = KeyTemplate.of("line:{", "}:", "");
    private static final KeyTemplate EVERY_KEY = KeyTemplate.of("{", "}", ":", ":", ":", "");
    private static final String[] PURCHASE = {"outcome", "remaining"};
    private static final Alternatives RESULTS =
            Alternatives.of("Result", new String[][] {{"SOLD"}, {"SOLD_OUT"}}, new String[][] {{"remaining"}, {}});

    private static final Script BUY = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 2, 2, "return 1");
    private static final long TWO_INTEGERS =
            RecordedReply.ARRAY | RecordedReply.INTEGER << 4 | RecordedReply.INTEGER << 8;

    private static final UUID ID = UUID.fromString("0e37a27e-fa6e-4507-92c1-ffb5cb71a144");
    private static final BigDecimal PRICE = new BigDecimal("19.99");
    private static final BigInteger LARGE = BigInteger.TEN.pow(20);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.5Z");
    private static final Duration LEASE = Duration.ofMillis(1500);
    private static final byte[] BYTES = {1, 2, 3};
    private static final long[] NUMBERS = {1, 20};
    private static final List<String> SKUS = List.of("moon", "sun", "mars", "venus");
    private static final List<Line> LINES = List.of(new Line("moon", 1), new Line("sun", 20));
    private static final Map<String, Long> STOCK = new LinkedHashMap<>(Map.of("moon", 1L, "sun", 20L));

    /** What was made last, so that it is made. */
    private static volatile @Nullable Object made;

    private static volatile long read;

    record Purchase(TimeUnit outcome, long remaining) {}

    record Line(String sku, int quantity) {}

    private final ByteBuf out = Unpooled.directBuffer(4096);
    private final RespWriter writer = new RespWriter();
    private final ReplyReader reader = new ReplyReader(NoCodecs.INSTANCE);
    private final KeySlot slots = new KeySlot();

    static Stream<Arguments> writes() {
        return Stream.of(
                write("a string", 0, w -> w.add("user-1234567")),
                write("a string beyond ASCII", 0, w -> w.add("gr\u00f6\u00dfe \u6708 \uD83C\uDF19")),
                write("bytes", 0, w -> w.add(BYTES)),
                write("a number", 0, w -> w.add(1_764_000_000_000L)),
                write("a double of up to 15 digits", 0, w -> w.add(1234.5678)),
                write("a float of up to 6 digits", 0, w -> w.add(0.5f)),
                write("a boolean", 0, w -> w.add(true)),
                write("a character", 0, w -> w.add('m')),
                write("an enum", 0, w -> w.add(TimeUnit.DAYS)),
                write("an enum with codes", 0, w -> w.add(TimeUnit.DAYS, CODES)),
                write("a UUID", 0, w -> w.add(ID)),
                write("a BigDecimal, whose text java.math makes", 256, w -> w.add(PRICE)),
                write("a BigInteger of 63 bits", 0, w -> w.add(BigInteger.TEN)),
                write("a larger BigInteger, whose text java.math makes", 1024, w -> w.add(LARGE)),
                write("a key of one value", 0, w -> w.add(STOCK_KEY, "moon-1234567")),
                write("a key of two values", 0, w -> w.add(LINE_KEY, "moon", "7")),
                write(
                        "a key of every type",
                        0,
                        w -> w.begin(EVERY_KEY)
                                .part("moon")
                                .part(7)
                                .part(true)
                                .part(ID)
                                .part(TimeUnit.DAYS)));
    }

    private static Arguments write(String what, int limit, Consumer<RespWriter> write) {
        return arguments(what, limit, write);
    }

    @ParameterizedTest(name = "{0}: {1} bytes")
    @MethodSource("writes")
    void writingTakes(String what, int limit, Consumer<RespWriter> write) {
        assertTakes(limit, () -> {
            writer.reset(out.clear());
            write.accept(writer);
            writer.finish();
        });
    }

    /** 32 bytes are for the buffer, 112 for up to 64 bytes to send, 56 for messages; 32 more where it goes into elements. */
    static Stream<Arguments> buffers() {
        return Stream.of(
                buffer("a string", 200, argv -> argv.add("moon")),
                buffer(
                        "a list of 4 strings, which is copied",
                        264,
                        argv -> argv.addAll(SKUS, true, ArgumentBuffer::add)),
                buffer("an array of numbers", 200, argv -> argv.addAll(NUMBERS, true)),
                buffer(
                        "a list of 2 records, which is copied",
                        288,
                        argv -> argv.addAll(LINES, false, (a, line) -> a.addRecord(line, AllocationTest::writeLine))),
                buffer(
                        "a map of 2 entries, which is copied",
                        288,
                        argv -> argv.addEntries(STOCK, true, ArgumentBuffer::add, ArgumentBuffer::add)),
                buffer("a duration", 200, argv -> argv.add(LEASE, ChronoUnit.SECONDS)),
                buffer("a point in time", 200, argv -> argv.add(NOON, ChronoUnit.MILLIS)),
                buffer("an optional number", 200, argv -> argv.addOptional(OptionalLong.empty(), "")));
    }

    private static void writeLine(ArgumentBuffer argv, Line line) {
        argv.name("sku").add(line.sku());
        argv.name("quantity").add(line.quantity());
    }

    private static Arguments buffer(String what, int limit, Consumer<ArgumentBuffer> fill) {
        return arguments(what, limit, fill);
    }

    @ParameterizedTest(name = "{0}: {1} bytes")
    @MethodSource("buffers")
    void encodingWhenTheCallIsMadeTakes(String what, int limit, Consumer<ArgumentBuffer> fill) {
        assertTakes(limit, () -> {
            ArgumentBuffer buffer = new ArgumentBuffer(Replies.SCRIPT, NoCodecs.INSTANCE).name("lines");
            fill.accept(buffer);
            made = buffer;
            writer.reset(out.clear());
            writer.add(buffer);
            writer.finish();
        });
    }

    static Stream<Arguments> replies() {
        Object[] purchase = {"SECONDS", 7};
        return Stream.of(
                readLong("a long", 5, ReplyReader::asLong),
                readLong("a long in a string", "1764000000000", ReplyReader::asLong),
                readDouble("a double", 0.5, ReplyReader::asDouble),
                readDouble("a double in a string", "19.99", ReplyReader::asDouble),
                read("a boolean", 1, 0, ReplyReader::asBoolean),
                read("a Long", 5000, 16 + 8, ReplyReader::asLong),
                read("a String of 4 bytes", "moon", 24 + 24, ReplyReader::asString),
                read("4 bytes", "moon", 24, ReplyReader::asBytes),
                read("a UUID", ID.toString(), 32, ReplyReader::asUuid),
                read("an enum", "SECONDS", 0, reply -> reply.asEnum(UNITS)),
                read("an enum by its place", 3, 0, reply -> reply.asEnum(UNITS)),
                read("an enum with codes", "min", 0, reply -> reply.asEnum(CODES)),
                read("a Duration", 5000, 24, reply -> reply.asDuration(ChronoUnit.MILLIS)),
                read("an Instant, from a Duration", 5000, 24 + 24, reply -> reply.asInstant(ChronoUnit.MICROS)),
                read("an OptionalLong", 5, 24, ReplyReader::asOptionalLong),
                read("an empty Optional", null, 0, reply -> reply.asOptional(ReplyReader::asString)),
                read("a record", purchase, 24, AllocationTest::readPurchase),
                read(
                        "a record by name",
                        Replies.map("remaining", 7, "outcome", "SECONDS"),
                        24,
                        AllocationTest::readPurchase),
                read("one of two records", new Object[] {"SOLD", 7}, 0, AllocationTest::readResult),
                read(
                        "a list of 2 records and its view",
                        new Object[] {purchase, purchase},
                        2 * 24 + 24 + 24 + 24,
                        reply -> reply.asList(AllocationTest::readPurchase)),
                read("an empty list", new Object[] {}, 0, reply -> reply.asList(ReplyReader::asString)));
    }

    private static Purchase readPurchase(ReplyReader reply) {
        reply.enter("Purchase", PURCHASE);
        Purchase value = new Purchase(
                reply.next("outcome").asEnum(UNITS), reply.next("remaining").asLong());
        reply.leave();
        return value;
    }

    private static Boolean readResult(ReplyReader reply) {
        boolean sold = reply.enterOneOf(RESULTS) == 0 && reply.next("remaining").asLong() > 0;
        reply.leave();
        return sold;
    }

    private static Arguments readLong(String what, Object reply, ToLongFunction<ReplyReader> reading) {
        return arguments(what, 0, reply, (Consumer<ReplyReader>) reader -> read = reading.applyAsLong(reader));
    }

    private static Arguments readDouble(String what, Object reply, ToDoubleFunction<ReplyReader> reading) {
        return arguments(what, 0, reply, (Consumer<ReplyReader>) reader -> read = (long) reading.applyAsDouble(reader));
    }

    private static Arguments read(
            String what, @Nullable Object reply, int limit, Function<ReplyReader, ? extends Object> reading) {
        return arguments(what, limit, reply, (Consumer<ReplyReader>) reader -> made = reading.apply(reader));
    }

    @ParameterizedTest(name = "{0}: {1} bytes")
    @MethodSource("replies")
    void readingTakes(String what, int limit, @Nullable Object reply, Consumer<ReplyReader> reading) {
        RecordedReply recorded = new RecordedReply();
        Replies.record(recorded, reply);
        assertTakes(limit, () -> {
            reader.reset(Replies.SCRIPT, recorded);
            reading.accept(reader);
            reader.clear();
        });
    }

    /** The call is 32 bytes, the record 24. */
    @Test
    void aWholeCallTakesItselfAndItsResult() {
        assertTakes(32 + 24, () -> {
            Buy call = new Buy("moon-1234567", "user-1234567", 2);
            read = slots.of(call);
            writer.reset(out.clear());
            call.writeKeys(writer);
            call.writeArguments(writer);
            writer.finish();
            RecordedReply small = reader.own();
            small.restore(TWO_INTEGERS, 3, 2, 3, 7, null);
            made = call.readReply(reader.reset(call.script(), small));
            reader.clear();
        });
    }

    private static final class Buy extends ScriptCall<Purchase> {

        @Override
        public Script script() {
            return BUY;
        }

        private final String sku;
        private final String user;
        private final int quantity;

        Buy(String sku, String user, int quantity) {
            this.sku = hashTag("sku", sku);
            this.user = required("user", user);
            this.quantity = quantity;
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add(STOCK_KEY, sku);
            keys.add(BUYERS_KEY, sku);
        }

        @Override
        public void writeArguments(ArgumentWriter argv) {
            argv.add(user);
            argv.add(quantity);
        }

        @Override
        public Purchase readReply(ReplyReader reply) {
            return readPurchase(reply);
        }
    }

    private static void assertTakes(int limit, Runnable call) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS_OF_ROUND; i++) {
                call.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least / CALLS_OF_ROUND).isLessThanOrEqualTo(limit);
    }
}
