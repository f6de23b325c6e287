package dev.perigee.client;

import dev.perigee.invoke.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of a script as its file on the class path has it now, with line feeds as the only newlines, as the processor
 * reads it.
 *
 * @param sha1 the SHA-1 of the text's UTF-8 bytes
 * @param text the text
 */
record ScriptFile(String sha1, String text) {

    /** The file of the same path; empty if the class path has none, as when only the compiled text is shipped. */
    static Optional<ScriptFile> read(Class<?> type, Script script) {
        ClassLoader loader = type.getClassLoader();
        try (InputStream file = loader.getResourceAsStream(script.file())) {
            return file == null ? Optional.empty() : Optional.of(of(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + script.file(), e);
        }
    }

    static ScriptFile of(byte[] file) {
        byte[] normalized = withLineFeeds(file);
        return new ScriptFile(sha1(normalized), new String(normalized, StandardCharsets.UTF_8));
    }

    private static byte[] withLineFeeds(byte[] file) {
        ByteArrayOutputStream normalized = new ByteArrayOutputStream(file.length);
        for (int i = 0; i < file.length; i++) {
            boolean partOfNewline = file[i] == '\r' && i + 1 < file.length && file[i + 1] == '\n';
            if (!partOfNewline) {
                normalized.write(file[i]);
            }
        }
        return normalized.toByteArray();
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
