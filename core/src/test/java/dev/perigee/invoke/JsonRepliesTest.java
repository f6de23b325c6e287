package dev.perigee.invoke;

import static dev.perigee.invoke.Replies.assertRefused;
import static dev.perigee.invoke.Replies.codecs;
import static dev.perigee.invoke.Replies.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.codec.JsonCodec;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class JsonRepliesTest {

    @Test
    void readsJsonByTheClientsCodec() {
        JsonType<List<String>> type = new JsonType<>() {};
        Codecs json = codecs(null, json((text, t) -> List.of(t.getTypeName(), new String(text, UTF_8))));
        assertThat(reply("[1]", json).asJson(type)).containsExactly("java.util.List<java.lang.String>", "[1]");
        assertRefused(
                "expected a string of JSON, got an array of 1",
                () -> reply(List.of(1), json).asJson(type));
        assertRefused("the client has no JSON codec", () -> reply("[1]").asJson(type));
    }

    @Test
    void saysThatJsonCannotBeReadAndKeepsTheCause() {
        Exception broken = new IllegalStateException("unexpected end");
        Codecs failing = codecs(null, json((text, type) -> {
            throw new IllegalStateException("unexpected end");
        }));
        assertRefused(
                        "expected JSON of java.util.List<java.lang.String> at [1],"
                                + " got text that the JSON codec cannot read as that",
                        () -> reply(List.of("["), failing).asList(e -> e.asJson(new JsonType<List<String>>() {})))
                .hasCause(broken);
        Codecs careless = codecs(null, json((text, type) -> null));
        assertRefused(
                "expected JSON of java.lang.String, got null",
                () -> reply("null", careless).asJson(new JsonType<String>() {}));
    }

    private static JsonCodec json(BiFunction<byte[], Type, Object> decode) {
        return new JsonCodec() {

            @Override
            public byte[] encode(Object value, Type type) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Object decode(byte[] json, Type type) {
                return decode.apply(json, type);
            }
        };
    }
}
