package dev.perigee.lua.assembly;

/**
 * A script that keeps its replies.
 *
 * @param script the script as Redis gets it
 * @param head what stands before the script's own text, after its shebang
 * @param tail what stands behind it; ends with {@link ReplyRecording#COMMON}
 */
public record RecordingScript(AssembledScript script, String head, String tail) {}
