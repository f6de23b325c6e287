package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.codec.ReplyValue;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptException;
import dev.perigee.error.ScriptReplyException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a reply is, each way of reading it takes all of it and nothing else, or refuses it by the method's name and the
 * place in the reply.
 */
class ReplyMismatchTest {

    private static final long LAST = 4711;

    private static final EnumConstants<TimeUnit> CODES =
            EnumConstants.of(TimeUnit.values(), "1", "-7", "007", "größe", "", "SECONDS", "OK");

    private static final Alternatives ALTERNATIVES =
            Alternatives.of("Result", new String[][] {{"OK"}, {"SoldOut", "SOLD_OUT"}, {"1"}}, new String[][] {
                {"first", "second"}, {}, {"only"}
            });

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final String NUMBER_FORM = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?|[-+]?inf|-?nan";

    private static final String[] NAMES = {"left", "größe", "1"};

    private enum Texts implements JsonCodec {
        INSTANCE;

        @Override
        public byte[] encode(Object value, Type type) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] json, Type type) {
            return Long.valueOf(new String(json, StandardCharsets.UTF_8));
        }
    }

    private static final List<String> WORDS = List.of(
            "OK",
            "inf",
            "-inf",
            "+inf",
            "nan",
            "-nan",
            "Infinity",
            "NaN",
            "1d",
            "0x1p3",
            "true",
            "",
            "SECONDS",
            "größe",
            "SoldOut",
            "1e400",
            "-1e-400",
            "1e2147483647",
            "1e-2147483648",
            "1e99999999999999999999",
            "0e999999999999",
            "-0",
            "+0.0",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "0000000000000000000000000000007",
            "31556889864403199",
            "31556889864403200",
            "3.4028236e38",
            "0.9999999999",
            "123e4567-e89b-12d3-a456-426614174000",
            "123E4567-E89B-12D3-A456-42661417400g",
            "\0",
            "1\0",
            "١");

    private static final Codecs CODECS = Replies.codecs((ReplyDecoder<Long>) ReplyValue::asLong, Texts.INSTANCE);

    private static final Map<String, ReplyReader.Element<?>> SCALARS = scalars();
    private static final Map<String, ReplyReader.Element<?>> COMPOSITES = composites();

    private static Map<String, ReplyReader.Element<?>> scalars() {
        Map<String, ReplyReader.Element<?>> reads = new LinkedHashMap<>();
        reads.put("asLong", ReplyReader::asLong);
        reads.put("asInt", ReplyReader::asInt);
        reads.put("asShort", ReplyReader::asShort);
        reads.put("asByte", ReplyReader::asByte);
        reads.put("asBoolean", ReplyReader::asBoolean);
        reads.put("asDouble", ReplyReader::asDouble);
        reads.put("asFloat", ReplyReader::asFloat);
        reads.put("asBigDecimal", ReplyReader::asBigDecimal);
        reads.put("asBigInteger", ReplyReader::asBigInteger);
        reads.put("asString", ReplyReader::asString);
        reads.put("asBytes", ReplyReader::asBytes);
        reads.put("asUuid", ReplyReader::asUuid);
        reads.put("asEnum by name", reply -> reply.asEnum(EnumConstants.of(TimeUnit.values())));
        reads.put("asEnum by code", reply -> reply.asEnum(CODES));
        reads.put("asOptionalLong", ReplyReader::asOptionalLong);
        reads.put("asOptionalInt", ReplyReader::asOptionalInt);
        reads.put("asOptionalDouble", ReplyReader::asOptionalDouble);
        reads.put("asJson", reply -> reply.asJson(new JsonType<Long>() {}));
        reads.put("decodeRegistered", reply -> reply.decodeRegistered(Long.class));
        reads.put("asDuration", reply -> reply.asDuration(ChronoUnit.MILLIS));
        reads.put("asInstant", reply -> reply.asInstant(ChronoUnit.SECONDS));
        decoders().forEach((name, decoder) -> reads.put(name, reply -> reply.decode(decoder)));
        return reads;
    }

    private static Map<String, ReplyDecoder<?>> decoders() {
        Map<String, ReplyDecoder<?>> decoders = new LinkedHashMap<>();
        decoders.put("ReplyValue.asLong", ReplyValue::asLong);
        decoders.put("ReplyValue.asDouble", ReplyValue::asDouble);
        decoders.put("ReplyValue.asBoolean", ReplyValue::asBoolean);
        decoders.put("ReplyValue.asString", ReplyValue::asString);
        decoders.put("ReplyValue.asBytes", ReplyValue::asBytes);
        decoders.put("ReplyValue.isNil", ReplyValue::isNil);
        decoders.put("ReplyValue.asOptional", value -> value.asOptional(ReplyValue::asLong));
        decoders.put("ReplyValue.asList", value -> value.asList(element -> element.asList(ReplyValue::asString)));
        decoders.put("ReplyValue.asMap", value -> value.asMap(ReplyValue::asString, ReplyValue::asLong));
        decoders.put("an ill-mannered decoder", value -> {
            throw new IllegalStateException("no");
        });
        return decoders;
    }

    private static Map<String, ReplyReader.Element<?>> composites() {
        Map<String, ReplyReader.Element<?>> reads = new LinkedHashMap<>();
        SCALARS.forEach((name, read) -> {
            reads.put("list " + name, reply -> reply.asList(read));
            reads.put("set " + name, reply -> reply.asSet(read));
            reads.put("map " + name, reply -> reply.asMap(ReplyReader::asString, read));
            reads.put("optional " + name, reply -> reply.asOptional(read));
            reads.put("list of nullable " + name, reply -> reply.asList(element -> optional(element, read)));
            reads.put("record or map " + name, reply -> {
                reply.enter("Stock", NAMES);
                return components(reply, List.of(NAMES), read);
            });
            reads.put("record by name " + name, reply -> {
                reply.enterByName("Stock", NAMES);
                return components(reply, List.of(NAMES), read);
            });
            reads.put("one of " + name, reply -> {
                int chosen = reply.enterOneOf(ALTERNATIVES);
                return components(
                        reply,
                        chosen == 0 ? List.of("first", "second") : chosen == 1 ? List.of() : List.of("only"),
                        read);
            });
            reads.put("list of lists " + name, reply -> reply.asList(element -> element.asList(read)));
        });
        return reads;
    }

    private static Object optional(ReplyReader reply, ReplyReader.Element<?> read) {
        return Optional.ofNullable(reply.asNullable(read::read));
    }

    private static List<Object> components(ReplyReader reply, List<String> names, ReplyReader.Element<?> read) {
        List<Object> values =
                names.stream().map(name -> optional(reply.next(name), read)).toList();
        reply.leave();
        return values;
    }

    @Property(tries = 1000, seed = "421")
    void scalarsTakeAllOfAReplyOrRefuseIt(@ForAll("replies") @Nullable Object reply) {
        SCALARS.forEach((name, read) -> assertReadOrRefused(name, read, reply));
    }

    @Property(tries = 1000, seed = "424")
    void timesTakeAllOfAReplyOrRefuseIt(@ForAll("scalarReplies") @Nullable Object reply, @ForAll ChronoUnit unit) {
        assertReadOrRefused("asDuration in " + unit, r -> r.asDuration(unit), reply);
        assertReadOrRefused("asInstant in " + unit, r -> r.asInstant(unit), reply);
    }

    @Property(tries = 200, seed = "422")
    void compositesTakeAllOfAReplyOrRefuseIt(@ForAll("composedReplies") @Nullable Object reply) {
        COMPOSITES.forEach((name, read) -> assertReadOrRefused(name, read, reply));
    }

    /** The reply alone; and among others, where what follows has to be read after it, and refusals say where. */
    private static void assertReadOrRefused(String name, ReplyReader.Element<?> read, @Nullable Object value) {
        boolean alone = attempt(name, "", Replies.reply(value, CODECS), read);
        boolean inside =
                attempt(name, "value", Replies.reply(new @Nullable Object[] {1, value, LAST}, CODECS), array -> {
                    array.enter("Triple", new String[] {"a", "b", "c"});
                    array.next("first").asLong();
                    read.read(array.next("value"));
                    assertThat(array.next("last").asLong()).isEqualTo(LAST);
                    array.leave();
                    return true;
                });
        boolean inEntry = attempt(
                name,
                "[1].value",
                Replies.reply(new @Nullable Object[] {"k", value, "l", value}, CODECS),
                map -> map.asMap(ReplyReader::asString, read));
        assertThat(inside).as(name).isEqualTo(alone).isEqualTo(inEntry);
    }

    @Property(tries = 2000, seed = "423")
    void scalarsAreReadWhereTheirDocumentationSaysSo(@ForAll("replies") @Nullable Object reply) {
        assertReads("asLong", reply, isWhole(reply, Long.MIN_VALUE, Long.MAX_VALUE));
        assertReads("asInt", reply, isWhole(reply, Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertReads("asShort", reply, isWhole(reply, Short.MIN_VALUE, Short.MAX_VALUE));
        assertReads("asByte", reply, isWhole(reply, Byte.MIN_VALUE, Byte.MAX_VALUE));
        assertReads("asBigInteger", reply, whole(reply).isPresent());
        assertReads("asDouble", reply, isNumber(reply));
        assertReads("asString", reply, isText(reply));
        assertReads("asBytes", reply, isText(reply));
        assertReads("asUuid", reply, isText(reply) && text(reply).matches(UUID_FORM));
        assertReads(
                "asBoolean",
                reply,
                reply == null
                        || reply instanceof Boolean
                        || (reply instanceof Long && isWhole(reply, 0, 1))
                        || (isText(reply)
                                && !(reply instanceof BigInteger)
                                && List.of("0", "1", "OK").contains(text(reply))));
    }

    private static void assertReads(String name, @Nullable Object reply, boolean fits) {
        ReplyReader.Element<?> read = Objects.requireNonNull(SCALARS.get(name));
        assertThat(attempt(name, "", Replies.reply(reply, CODECS), read))
                .as(name)
                .isEqualTo(fits);
    }

    private static boolean isWhole(@Nullable Object reply, long min, long max) {
        return whole(reply)
                .filter(value ->
                        value.compareTo(BigInteger.valueOf(min)) >= 0 && value.compareTo(BigInteger.valueOf(max)) <= 0)
                .isPresent();
    }

    private static Optional<BigInteger> whole(@Nullable Object reply) {
        if (reply instanceof Boolean truth) {
            return Optional.of(truth ? BigInteger.ONE : BigInteger.ZERO);
        } else if (reply instanceof Long number) {
            return Optional.of(BigInteger.valueOf(number));
        } else if (reply instanceof Double number) {
            return number.isInfinite() || number.isNaN() || number % 1 != 0
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(number).toBigIntegerExact());
        }
        return isText(reply) && text(reply).matches("[-+]?[0-9]+")
                ? Optional.of(new BigInteger(text(reply)))
                : Optional.empty();
    }

    private static boolean isNumber(@Nullable Object reply) {
        return reply instanceof Boolean
                || reply instanceof Long
                || reply instanceof Double
                || (isText(reply) && text(reply).matches(NUMBER_FORM));
    }

    private static boolean isText(@Nullable Object reply) {
        return reply instanceof String || reply instanceof byte[] || reply instanceof BigInteger;
    }

    private static String text(@Nullable Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(reply);
    }

    private static boolean attempt(String name, String place, ReplyReader reply, ReplyReader.Element<?> read) {
        try {
            read.read(reply);
            return true;
        } catch (ScriptReplyException | ScriptErrorException e) {
            assertRefusal(name, place, e);
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(name + " failed with " + e, e);
        }
    }

    private static void assertRefusal(String name, String place, ScriptException refusal) {
        assertThat(refusal).as(name).hasMessageMatching("(?s)Sale\\.buy: .* \\(sale/buy\\.lua(:\\d+)?\\)");
        if (!place.isEmpty()) {
            assertThat(refusal).as(name).hasMessageContaining(" at " + place);
        }
    }

    @Provide
    Arbitrary<Object> replies() {
        return replies(2);
    }

    /** Arrays and maps of values that fit, and of others. */
    @Provide
    Arbitrary<Object> composedReplies() {
        Arbitrary<Object> key = Arbitraries.of("left", "größe", "1", "OK", "SOLD_OUT", "SoldOut", "right", 1L, true);
        Arbitrary<Object> whole = Arbitraries.of(1L, 0L, "1", "7", true);
        return Arbitraries.oneOf(List.of(
                replies(3),
                many(key, 5),
                many(whole, 5),
                many(Arbitraries.oneOf(key, whole), 5),
                maps(key, whole),
                maps(key, replies(1)),
                many(many(whole, 3), 3),
                many(many(key, 3), 3)));
    }

    private static Arbitrary<Object> replies(int depth) {
        if (depth == 0) {
            return scalarReplies();
        }
        Arbitrary<Object> parts = replies(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(5, scalarReplies()), Tuple.of(2, many(parts, 4)), Tuple.of(1, maps(parts, parts)));
    }

    private static Arbitrary<Object> many(Arbitrary<Object> elements, int most) {
        return Arbitraries.oneOf(
                elements.list().ofMaxSize(most).map(list -> (Object) list),
                elements.list().ofMaxSize(most).map(LinkedHashSet::new));
    }

    private static Arbitrary<Object> maps(Arbitrary<Object> keys, Arbitrary<Object> values) {
        return Arbitraries.oneOf(
                Arbitraries.maps(keys, values).ofMaxSize(3).map(map -> (Object) map),
                Arbitraries.maps(keys, values).ofMaxSize(3).map(ReplyMismatchTest::flat));
    }

    private static Object flat(Map<Object, Object> map) {
        List<@Nullable Object> flat = new ArrayList<>();
        map.forEach((key, value) -> {
            flat.add(key);
            flat.add(value);
        });
        return flat;
    }

    @Provide
    static Arbitrary<Object> scalarReplies() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.longs().map(value -> (Object) value),
                Arbitraries.longs().between(-3, 9).map(value -> value),
                Arbitraries.doubles().map(value -> value),
                Arbitraries.longs().map(Double::longBitsToDouble),
                Arbitraries.longs().between(-200, 200).map(value -> value / 2.0),
                Arbitraries.of(true, false).map(value -> value),
                Arbitraries.bigIntegers().map(value -> value),
                Arbitraries.strings().all().ofMaxLength(8).map(value -> value),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(value -> value),
                Arbitraries.strings()
                        .withChars("0123456789+-.eE")
                        .ofMaxLength(22)
                        .map(value -> value),
                Arbitraries.longs().map(Object::toString),
                Arbitraries.doubles().map(Object::toString),
                Arbitraries.longs().map(value -> new UUID(value, ~value).toString()),
                Arbitraries.of(WORDS).map(value -> value),
                errors().map(IllegalStateException::new),
                Arbitraries.of("").injectNull(1)));
    }

    private static Arbitrary<String> errors() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.of(
                        "",
                        "ERR",
                        "SOLD_OUT come back",
                        "MOVED 1 h:1",
                        "ERR user_script:3: boom script: " + "0".repeat(40) + ", on @user_script:3.",
                        "ERR Error running script (call to f_0): @user_script:999999999: boom",
                        " ",
                        "CODE\r\n"));
    }
}
