package dev.perigee.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A value that a script returns, as a Lua expression, and what it becomes in a reply. */
sealed interface LuaValue {

    /** How a reply is made: by the client's protocol, and by whether the script has called {@code redis.setresp(3)}. */
    record Protocol(boolean clientHasResp3, boolean scriptHasResp3) {}

    /** The expression. */
    String expression();

    /** Whether this is what it becomes, as {@link dev.perigee.invoke.GenericReply GenericReply} reads it. */
    boolean becomes(Object reply, Protocol protocol);

    /** Nil, or a function, which becomes the same but does not end an array. */
    record Nothing(boolean endsArray) implements LuaValue {

        @Override
        public String expression() {
            return endsArray ? "nil" : "tostring";
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            return reply.equals(Optional.empty());
        }
    }

    /** A boolean: RESP3's, or 1 and, unless the script has called {@code setresp}, nil. */
    record Truth(boolean value) implements LuaValue {

        @Override
        public String expression() {
            return Boolean.toString(value);
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            if (protocol.scriptHasResp3()) {
                Object expected = protocol.clientHasResp3() ? (Object) value : (Object) (value ? 1L : 0L);
                return expected.equals(reply);
            }
            return reply.equals(value ? (Object) 1L : Optional.empty());
        }
    }

    /** A number, which loses its fraction. */
    record Numeral(double value) implements LuaValue {

        @Override
        public String expression() {
            return literal(value);
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            return Long.valueOf((long) value).equals(reply);
        }
    }

    /** Bytes, each a character. */
    record Text(String bytes) implements LuaValue {

        @Override
        public String expression() {
            return quoted(bytes);
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            return bytes.equals(reply);
        }
    }

    /** A status, of one line. */
    record Status(String bytes) implements LuaValue {

        @Override
        public String expression() {
            return "{ok=" + quoted(bytes) + "}";
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            return bytes.replace('\r', ' ').replace('\n', ' ').equals(reply);
        }
    }

    /** RESP3's verbatim string. */
    record Verbatim(String bytes) implements LuaValue {

        @Override
        public String expression() {
            return "{verbatim_string={format='txt',string=" + quoted(bytes) + "}}";
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            return bytes.equals(reply);
        }
    }

    /** RESP3's double, otherwise a string with all its digits. */
    record Real(double value) implements LuaValue {

        @Override
        public String expression() {
            return "{double=" + literal(value) + "}";
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            if (protocol.clientHasResp3()) {
                return Double.valueOf(value).equals(reply);
            }
            return reply instanceof String digits
                    && (Double.isInfinite(value)
                            ? digits.equals(value > 0 ? "inf" : "-inf")
                            : Double.parseDouble(digits) == value);
        }
    }

    /** RESP3's big number, otherwise a string. */
    record Big(BigInteger value) implements LuaValue {

        @Override
        public String expression() {
            return "{big_number='" + value + "'}";
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            return (protocol.clientHasResp3() ? (Object) value : value.toString()).equals(reply);
        }
    }

    /** An array, which ends at its first nil. */
    record Array(List<LuaValue> elements) implements LuaValue {

        @Override
        public String expression() {
            return elements.stream().map(LuaValue::expression).collect(Collectors.joining(",", "{", "}"));
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            int length = elements.indexOf(new Nothing(true));
            List<LuaValue> sent = length < 0 ? elements : elements.subList(0, length);
            if (!(reply instanceof List<?> replies) || replies.size() != sent.size()) {
                return false;
            }
            for (int i = 0; i < sent.size(); i++) {
                if (!sent.get(i).becomes(replies.get(i), protocol)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** RESP3's set, otherwise an array, in any order. */
    record Distinct(Set<LuaValue> elements) implements LuaValue {

        @Override
        public String expression() {
            return elements.stream()
                    .map(element -> "[" + element.expression() + "]=true")
                    .collect(Collectors.joining(",", "{set={", "}}"));
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            if (reply instanceof Set<?> replies) {
                return protocol.clientHasResp3() && replies.equals(keys(elements));
            }
            return !protocol.clientHasResp3()
                    && reply instanceof List<?> replies
                    && replies.size() == elements.size()
                    && new HashSet<Object>(replies).equals(keys(elements));
        }
    }

    /** RESP3's map, otherwise an array of keys and values, in any order. */
    record Table(Map<LuaValue, LuaValue> entries) implements LuaValue {

        @Override
        public String expression() {
            return entries.entrySet().stream()
                    .map(entry -> "[" + entry.getKey().expression() + "]="
                            + entry.getValue().expression())
                    .collect(Collectors.joining(",", "{map={", "}}"));
        }

        @Override
        public boolean becomes(Object reply, Protocol protocol) {
            if (reply instanceof Map<?, ?> replies) {
                return protocol.clientHasResp3() && become(replies, protocol);
            }
            return !protocol.clientHasResp3()
                    && reply instanceof List<?> replies
                    && replies.size() == 2 * entries.size()
                    && become(pairs(replies), protocol);
        }

        private boolean become(Map<?, ?> replies, Protocol protocol) {
            return replies.size() == entries.size()
                    && entries.entrySet().stream().allMatch(entry -> {
                        Object key = key(entry.getKey());
                        Object value = replies.get(key);
                        return value != null && entry.getValue().becomes(value, protocol);
                    });
        }

        private static Map<Object, Object> pairs(List<?> flat) {
            Map<Object, Object> pairs = new HashMap<>();
            for (int i = 0; i < flat.size(); i += 2) {
                pairs.put(flat.get(i), flat.get(i + 1));
            }
            return pairs;
        }
    }

    private static Set<Object> keys(Set<LuaValue> values) {
        return values.stream().map(LuaValue::key).collect(Collectors.toSet());
    }

    /** What a string or a whole number becomes, which is the same always. */
    private static Object key(LuaValue value) {
        if (value instanceof Text text) {
            return text.bytes();
        } else if (value instanceof Numeral number) {
            return (long) number.value();
        }
        throw new IllegalArgumentException(value + " is no key");
    }

    private static String literal(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "1/0" : "-1/0";
        }
        return new BigDecimal(value).toString();
    }

    private static String quoted(String bytes) {
        List<String> escapes = new ArrayList<>();
        for (byte character : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
            escapes.add("\\%03d".formatted(character & 0xff));
        }
        return "'" + String.join("", escapes) + "'";
    }
}
