package dev.perigee.spring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this library, from a file that the build fills in: a manifest is there only in the packed jar. */
final class PerigeeVersion {

    private static final String FILE = "version.properties";

    private PerigeeVersion() {}

    static String current() {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(PerigeeVersion.class.getResourceAsStream(FILE), FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return properties.getProperty("version");
    }
}
