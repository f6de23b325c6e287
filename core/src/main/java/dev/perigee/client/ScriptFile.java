package dev.perigee.client;

import dev.perigee.invoke.Script;
import dev.perigee.invoke.Sha1;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The text of a script as its file on the class path has it now, with line feeds as the only newlines, as the processor
 * reads it.
 *
 * @param sha1 the SHA-1 of the text's UTF-8 bytes
 * @param text the text
 */
record ScriptFile(String sha1, String text) {

    /**
     * The files of the same path; none if the class path has none, as when only the compiled text is shipped, several if other
     * libraries have one of that path, too.
     */
    static List<ScriptFile> read(Class<?> type, Script script) {
        List<ScriptFile> files = new ArrayList<>();
        try {
            for (URL url : Collections.list(type.getClassLoader().getResources(script.file()))) {
                URLConnection connection = url.openConnection();
                connection.setUseCaches(false);
                try (InputStream file = connection.getInputStream()) {
                    files.add(of(file.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + script.file(), e);
        }
        return files;
    }

    static ScriptFile of(byte[] file) {
        String text = new String(withLineFeeds(file), StandardCharsets.UTF_8);
        return new ScriptFile(Sha1.of(text), text);
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
}
