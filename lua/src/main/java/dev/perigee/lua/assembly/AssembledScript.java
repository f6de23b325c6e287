package dev.perigee.lua.assembly;

import java.nio.charset.StandardCharsets;

/**
 * A script as Redis gets it.
 *
 * @param text the text; its lines and columns are those of the file
 * @param sha1 the SHA-1 of the text's UTF-8 bytes, 40 lower-case hexadecimal digits, as {@code SCRIPT LOAD} answers
 */
public record AssembledScript(String text, String sha1) implements Assembly {

    /** The bytes that are sent. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
