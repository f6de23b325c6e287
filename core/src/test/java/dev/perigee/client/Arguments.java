package dev.perigee.client;

import dev.perigee.invoke.ArgumentBuffer;
import dev.perigee.invoke.EnumConstants;
import dev.perigee.invoke.ReplyReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Random arguments of every kind. */
final class Arguments {

    private static final EnumConstants<TimeUnit> CODES =
            EnumConstants.of(TimeUnit.values(), "ns", "", "-1", "007", "größe", "🌙", "MINUTES");

    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.NANOS,
            ChronoUnit.MICROS,
            ChronoUnit.MILLIS,
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS);

    private static final BigInteger SECOND = BigInteger.TEN.pow(9);

    private Arguments() {}

    /** Values of every kind, collections and records nested so deep. */
    static Arbitrary<Argument> nested(int depth) {
        if (depth == 0) {
            return scalars();
        }
        Arbitrary<List<Argument>> parts = nested(depth - 1).list().ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(4, scalars()),
                Tuple.of(1, parts.map(Argument::collection)),
                Tuple.of(1, parts.map(Argument::array)),
                Tuple.of(1, parts.map(Argument::components)),
                Tuple.of(1, parts.map(Arguments::map)),
                Tuple.of(1, primitives()));
    }

    private static Argument map(List<Argument> values) {
        Map<Argument, Argument> entries = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            entries.put(ofLong(i), values.get(i));
        }
        return Argument.map(entries);
    }

    private static Arbitrary<Argument> primitives() {
        return Arbitraries.oneOf(
                ints().array(int[].class)
                        .ofMaxSize(3)
                        .map(values -> Argument.many(
                                "int[]",
                                Arrays.stream(values).mapToObj(Arguments::ofInt).toList(),
                                argv -> argv.addAll(values, true))),
                longs().array(long[].class)
                        .ofMaxSize(3)
                        .map(values -> Argument.many(
                                "long[]",
                                Arrays.stream(values)
                                        .mapToObj(Arguments::ofLong)
                                        .toList(),
                                argv -> argv.addAll(values, true))),
                doubles()
                        .array(double[].class)
                        .ofMaxSize(3)
                        .map(values -> Argument.many(
                                "double[]",
                                Arrays.stream(values)
                                        .mapToObj(Arguments::ofDouble)
                                        .toList(),
                                argv -> argv.addAll(values, true))));
    }

    /** Values that are one argument. */
    static Arbitrary<Argument> scalars() {
        return Arbitraries.oneOf(List.of(
                texts().map(Arguments::ofText),
                texts().map(Arguments::ofCharSequence),
                Arbitraries.chars().all().map(Arguments::ofChar),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Arguments::ofBytes),
                longs().map(Arguments::ofLong),
                ints().map(Arguments::ofInt),
                Arbitraries.shorts().map(Arguments::ofShort),
                Arbitraries.bytes().map(Arguments::ofByte),
                doubles().map(Arguments::ofDouble),
                floats().map(Arguments::ofFloat),
                Arbitraries.of(true, false).map(Arguments::ofBoolean),
                decimals().map(Arguments::ofDecimal),
                wholes().map(Arguments::ofWhole),
                Arbitraries.of(TimeUnit.class).map(Arguments::ofName),
                Arbitraries.of(TimeUnit.class).map(Arguments::ofCode),
                Combinators.combine(longs(), longs()).as(Arguments::ofUuid),
                Combinators.combine(counts(), Arbitraries.of(UNITS)).as(Arguments::ofDuration),
                Combinators.combine(counts(), Arbitraries.of(UNITS)).as(Arguments::ofInstant),
                Combinators.combine(counts(), Arbitraries.of(UNITS)).as(Arguments::ofFraction)));
    }

    private static Argument ofText(String value) {
        return Argument.one("String", sent(value), argv -> argv.add(value), ReplyReader::asString)
                .or(argv -> argv.add(value));
    }

    private static Argument ofCharSequence(String value) {
        return Argument.one("CharSequence", sent(value), argv -> argv.add((CharSequence) value), ReplyReader::asString);
    }

    private static Argument ofChar(char value) {
        return Argument.one("char", sent(String.valueOf(value)), argv -> argv.add(value), ReplyReader::asString)
                .or(argv -> argv.add(value));
    }

    private static Argument ofBytes(byte[] value) {
        return Argument.one(
                        "byte[]",
                        ByteBuffer.wrap(value),
                        argv -> argv.add(value),
                        reply -> ByteBuffer.wrap(reply.asBytes()))
                .or(argv -> argv.add(value));
    }

    private static Argument ofLong(long value) {
        return Argument.one("long", value, argv -> argv.add(value), ReplyReader::asLong)
                .or(argv -> argv.add(value));
    }

    private static Argument ofInt(Integer value) {
        return Argument.one("int", value, argv -> argv.add(value), ReplyReader::asInt)
                .or(argv -> argv.add(value));
    }

    private static Argument ofShort(Short value) {
        return Argument.one("short", value, argv -> argv.add(value), ReplyReader::asShort)
                .or(argv -> argv.add(value));
    }

    private static Argument ofByte(Byte value) {
        return Argument.one("byte", value, argv -> argv.add(value), ReplyReader::asByte)
                .or(argv -> argv.add(value));
    }

    private static Argument ofDouble(double value) {
        return Argument.one("double", value, argv -> argv.add(value), ReplyReader::asDouble)
                .or(argv -> argv.add(value));
    }

    private static Argument ofFloat(float value) {
        return Argument.one("float", value, argv -> argv.add(value), ReplyReader::asFloat)
                .or(argv -> argv.add(value));
    }

    private static Argument ofBoolean(boolean value) {
        return Argument.one("boolean", value, argv -> argv.add(value), ReplyReader::asBoolean)
                .or(argv -> argv.add(value));
    }

    private static Argument ofDecimal(BigDecimal value) {
        return Argument.one("BigDecimal", sent(value), argv -> argv.add(value), ReplyReader::asBigDecimal)
                .or(argv -> argv.add(value));
    }

    private static Argument ofWhole(BigInteger value) {
        return Argument.one("BigInteger", value, argv -> argv.add(value), ReplyReader::asBigInteger)
                .or(argv -> argv.add(value));
    }

    private static Argument ofName(TimeUnit value) {
        return Argument.one(
                        "enum",
                        value,
                        argv -> argv.add(value),
                        reply -> reply.asEnum(EnumConstants.of(TimeUnit.values())))
                .or(argv -> argv.add(value));
    }

    private static Argument ofCode(TimeUnit value) {
        return Argument.one("coded enum", value, argv -> argv.add(value, CODES), reply -> reply.asEnum(CODES));
    }

    private static Argument ofUuid(long high, long low) {
        UUID value = new UUID(high, low);
        return Argument.one("UUID", value, argv -> argv.add(value), ReplyReader::asUuid)
                .or(argv -> argv.add(value));
    }

    private static Argument ofDuration(long count, ChronoUnit unit) {
        Duration value = unit.getDuration().multipliedBy(count);
        return Argument.one("Duration", value, argv -> argv.add(value, unit), reply -> reply.asDuration(unit));
    }

    private static Argument ofInstant(long count, ChronoUnit unit) {
        Instant value = Instant.EPOCH.plus(unit.getDuration().multipliedBy(count));
        return Argument.one("Instant", value, argv -> argv.add(value, unit), reply -> reply.asInstant(unit));
    }

    /** Nanoseconds that come out as the next whole number of the unit. */
    private static Argument ofFraction(long nanos, ChronoUnit unit) {
        Duration value = Duration.ofNanos(nanos);
        Duration one = unit.getDuration();
        BigInteger nanosOfOne =
                SECOND.multiply(BigInteger.valueOf(one.getSeconds())).add(BigInteger.valueOf(one.getNano()));
        BigInteger[] parts = BigInteger.valueOf(nanos).divideAndRemainder(nanosOfOne);
        long count = parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
        return Argument.one(
                "Duration rounded up",
                one.multipliedBy(count),
                argv -> argv.add(value, unit),
                reply -> reply.asDuration(unit));
    }

    /** Entries of the keys, each once, as far as there are values. */
    static <K, V> Map<K, V> entries(List<K> keys, List<V> values) {
        Map<K, V> entries = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
            entries.put(keys.get(i), values.get(i));
        }
        return entries;
    }

    /** What may be there or not, read through a script that makes nil of the word. */
    static Arbitrary<Argument> optionals(String absent) {
        return Arbitraries.oneOf(List.of(
                texts().optional()
                        .map(value -> Argument.one(
                                "Optional",
                                value.map(Arguments::sent),
                                argv -> argv.addOptional(value, absent, ArgumentBuffer::add),
                                reply -> reply.asOptional(ReplyReader::asString))),
                decimals()
                        .injectNull(0.3)
                        .map(value -> Argument.one(
                                "@Nullable",
                                Argument.nothing(value == null ? null : sent(value)),
                                argv -> argv.addNullable(value, absent, ArgumentBuffer::add),
                                reply -> Argument.nothing(reply.asNullable(ReplyReader::asBigDecimal)))),
                ints().optional()
                        .map(value -> value.map(OptionalInt::of).orElseGet(OptionalInt::empty))
                        .map(value -> Argument.one(
                                "OptionalInt",
                                value,
                                argv -> argv.addOptional(value, absent),
                                ReplyReader::asOptionalInt)),
                longs().optional()
                        .map(value -> value.map(OptionalLong::of).orElseGet(OptionalLong::empty))
                        .map(value -> Argument.one(
                                "OptionalLong",
                                value,
                                argv -> argv.addOptional(value, absent),
                                ReplyReader::asOptionalLong)),
                doubles()
                        .optional()
                        .map(value -> value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty))
                        .map(value -> Argument.one(
                                "OptionalDouble",
                                value,
                                argv -> argv.addOptional(value, absent),
                                ReplyReader::asOptionalDouble))));
    }

    /** All of Unicode, halves of surrogate pairs too. */
    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.integers().between(0, 0x7f)),
                        Tuple.of(2, Arbitraries.integers().between(0, 0x7ff)),
                        Tuple.of(2, Arbitraries.integers().between(0, 0xffff)),
                        Tuple.of(1, Arbitraries.integers().between(0xd800, 0xdfff)),
                        Tuple.of(1, Arbitraries.integers().between(0x10000, 0x10ffff)),
                        Tuple.of(1, Arbitraries.of(0, 0xd, 0xa, 0x1f319, 0x1f468, 0x200d, 0xfeff)))
                .list()
                .ofMaxSize(12)
                .map(points -> points.stream().map(Character::toString).collect(Collectors.joining()));
    }

    /** The text with question marks for lone surrogates. */
    static String sent(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(point -> text.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? '?' : point));
        return text.toString();
    }

    /** The number, whose zeros before the point, if they are few, are digits from then on. */
    private static BigDecimal sent(BigDecimal value) {
        return value.scale() < 0 && value.scale() >= -20 ? value.setScale(0) : value;
    }

    static Arbitrary<Long> longs() {
        return Arbitraries.oneOf(
                Arbitraries.longs(), Arbitraries.longs().withDistribution(RandomDistribution.uniform()));
    }

    private static Arbitrary<Integer> ints() {
        return Arbitraries.integers();
    }

    /** So many of any unit are a Duration and, since the epoch, an Instant. */
    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().between(-300_000_000_000L, 300_000_000_000L);
    }

    static Arbitrary<Double> doubles() {
        Arbitrary<Double> anyBits = uniform(0, Long.MAX_VALUE).map(Double::longBitsToDouble);
        Arbitrary<Double> subnormal = uniform(1, 0xfffffffffffffL).map(Double::longBitsToDouble);
        Arbitrary<Double> nextToPowers =
                Arbitraries.integers().between(-1074, 1023).map(exponent -> Math.scalb(1.0, exponent));
        Arbitrary<Double> powersOfTen =
                Arbitraries.integers().between(-323, 308).map(exponent -> Double.parseDouble("1e" + exponent));
        Arbitrary<Double> decimals = Combinators.combine(
                        uniform(0, 1L << 53), Arbitraries.integers().between(0, 25))
                .as((digits, scale) -> BigDecimal.valueOf(digits, scale).doubleValue());
        Arbitrary<Double> special = Arbitraries.of(
                0.0, 0.1, 1e21, 1e22, 0x1p53, 0x1p63, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE);
        return Combinators.combine(
                        Arbitraries.oneOf(anyBits, subnormal, nextToPowers, powersOfTen, decimals, special),
                        Arbitraries.integers().between(-1, 1),
                        Arbitraries.of(1, -1))
                .as((value, step, sign) -> sign * (step < 0 ? Math.nextDown(value) : value + step * Math.ulp(value)))
                .filter(Double::isFinite);
    }

    static Arbitrary<Float> floats() {
        Arbitrary<Float> anyBits = Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .map(Float::intBitsToFloat);
        Arbitrary<Float> subnormal = Arbitraries.integers().between(1, 0x7fffff).map(Float::intBitsToFloat);
        Arbitrary<Float> rounded = doubles().map(Double::floatValue);
        // The second of the last is the one float whose shortest decimal, read as a double first, is another float.
        Arbitrary<Float> special =
                Arbitraries.of(0.1f, 0x1.5c87fap-84f, 0x1p24f, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE);
        return Arbitraries.oneOf(anyBits, subnormal, rounded, special).filter(Float::isFinite);
    }

    static Arbitrary<BigDecimal> decimals() {
        Arbitrary<Integer> scales = Arbitraries.oneOf(
                Arbitraries.integers().between(-45, 45),
                Arbitraries.integers().between(-400, 400),
                Arbitraries.integers().between(-2_000_000_000, 2_000_000_000));
        return Combinators.combine(wholes(), scales).as(BigDecimal::new);
    }

    static Arbitrary<BigInteger> wholes() {
        return Arbitraries.oneOf(
                longs().map(BigInteger::valueOf),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMinSize(1)
                        .ofMaxSize(60)
                        .map(BigInteger::new));
    }

    private static Arbitrary<Long> uniform(long from, long to) {
        return Arbitraries.longs().between(from, to).withDistribution(RandomDistribution.uniform());
    }
}
