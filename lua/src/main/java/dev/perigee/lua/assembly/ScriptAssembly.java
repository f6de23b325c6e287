package dev.perigee.lua.assembly;

import dev.perigee.lua.syntax.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * With {@link ReplyRecording} the one place where a script's text is changed. Here, a carriage return and line feed become a
 * line feed, so that the SHA-1 does not depend on how the file was checked out; nothing else is touched. Lines stay what they
 * are in the file: the line that a server names in an error is the file's, without a map.
 *
 * <p>An empty file is a script, as it is to Redis.
 */
public final class ScriptAssembly {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private ScriptAssembly() {}

    /** Makes a script of a file. */
    public static Assembly assemble(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(file.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            String problem = String.format("byte 0x%02x is not UTF-8", file[in.position()]);
            String help = "save the file as UTF-8; write other bytes as escapes, such as \\255";
            return unreadable(problem, help, text, in.position());
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            return unreadable(
                    "the file begins with a byte order mark, which Lua does not know",
                    "save the file as UTF-8 without one",
                    "",
                    0);
        }
        String normalized = text.replace("\r\n", "\n");
        return new AssembledScript(normalized, sha1(normalized));
    }

    private static UnreadableScript unreadable(String problem, String help, String before, int offset) {
        SourceText source = new SourceText("", before);
        int end = before.length();
        return new UnreadableScript(problem, help, source.line(end), source.column(end), offset);
    }

    static String sha1(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
