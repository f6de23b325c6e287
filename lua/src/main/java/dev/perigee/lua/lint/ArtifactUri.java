package dev.perigee.lua.lint;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The path of a file as a URI (RFC 3986): relative if the path is, and byte for byte that of the file. */
final class ArtifactUri {

    private static final String UNESCAPED = "-._~/!$&'()*+,;=:@";

    private ArtifactUri() {}

    static String of(String name) {
        String path = name;
        boolean absolute = false;
        try {
            Path normal = Path.of(name).normalize();
            path = normal.toString();
            absolute = normal.isAbsolute();
        } catch (InvalidPathException e) {
            // What the standard input is called need not be a path.
        }
        String escaped = escaped(path.replace(File.separatorChar, '/'));
        if (absolute) {
            return escaped.startsWith("/") ? "file://" + escaped : "file:///" + escaped;
        }
        int colon = escaped.indexOf(':');
        boolean likeScheme = colon >= 0 && !escaped.substring(0, colon).contains("/");
        return likeScheme ? "./" + escaped : escaped;
    }

    private static String escaped(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (isAlphanumeric(b) || UNESCAPED.indexOf(b) >= 0);
            if (plain) {
                uri.append((char) b);
            } else {
                uri.append(String.format("%%%02X", b & 0xff));
            }
        }
        return uri.toString();
    }

    private static boolean isAlphanumeric(int b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
}
