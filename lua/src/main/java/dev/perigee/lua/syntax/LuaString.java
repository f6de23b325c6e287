package dev.perigee.lua.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of a string literal. Lua strings are bytes; nearly all literals are text as well, but {@code '\255'} is not.
 * Immutable; equal when the bytes are.
 */
public final class LuaString {
    private final byte @Nullable [] bytes;
    private final @Nullable String text;

    private LuaString(byte @Nullable [] bytes, @Nullable String text) {
        this.bytes = bytes;
        this.text = text;
    }

    /** The string of a text's UTF-8 bytes. */
    public static LuaString of(String text) {
        return new LuaString(null, text);
    }

    /** The string of these bytes. */
    public static LuaString of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new LuaString(null, text);
        } catch (CharacterCodingException e) {
            return new LuaString(bytes.clone(), null);
        }
    }

    /** The text, or null where the bytes are not UTF-8. */
    public @Nullable String text() {
        return text;
    }

    /** Whether it is this text. */
    public boolean is(String other) {
        return other.equals(text);
    }

    /** The bytes, as Redis has them. */
    public byte[] bytes() {
        return text != null ? text.getBytes(StandardCharsets.UTF_8) : copyOfBytes();
    }

    private byte[] copyOfBytes() {
        return bytes == null ? new byte[0] : bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LuaString that
                && (text != null ? text.equals(that.text) : that.text == null && Arrays.equals(bytes, that.bytes));
    }

    @Override
    public int hashCode() {
        return text != null ? text.hashCode() : Arrays.hashCode(bytes);
    }

    /** The text, or the bytes read as Latin-1. For people to read. */
    @Override
    public String toString() {
        return text != null ? text : new String(copyOfBytes(), StandardCharsets.ISO_8859_1);
    }
}
