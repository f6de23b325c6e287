package dev.perigee.benchmarks.fused;

/**
 * The text of a script that runs another for many elements. Its keys are the keys of the first element, then those of the
 * second; so are its arguments. It answers with an array, which has each element's reply in its place, be it an error.
 *
 * <p>The inner script is a function that begins on the first line, so that its lines keep their numbers. Its {@code KEYS} and
 * {@code ARGV} are the same two tables for all elements, whose contents change: it must not keep them or write to them.
 * What it returns takes the place of its reply, where nil must be false, or the array would end. What it raises becomes the
 * error that the server would have made of it, with the line: an error's handler learns where it was raised by the position
 * that {@code error} puts in front of a message.
 */
final class FusedText {

    private FusedText() {}

    /** The text for a script with at least one key. */
    static String of(MeasuredScript script, String sha1) {
        return """
                local redis, all_keys, all_argv, KEYS, ARGV = redis, KEYS, ARGV, {}, {} local function run(...) %s
                end
                local function handler(raised)
                    local position
                    for level = 3, 4 do
                        local _, where = pcall(error, '', level)
                        position = position or where:match('user_script:(%%d+)')
                    end
                    local text = type(raised) == 'table' and raised.err or 'ERR ' .. tostring(raised)
                    if position then
                        text = text .. ' script: %s, on @user_script:' .. position .. '.'
                    end
                    return {err = text}
                end
                local replies, xpcall = {}, xpcall
                for i = 1, #all_keys / %d do
                %s%s    local _, reply = xpcall(run, handler)
                    if reply == nil then reply = false end
                    replies[i] = reply
                end
                return replies
                """.formatted(
                        script.text(),
                        sha1,
                        script.keys(),
                        assignments("KEYS", "all_keys", script.keys()),
                        assignments("ARGV", "all_argv", script.arguments()));
    }

    private static String assignments(String array, String all, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            lines.append("    %s[%d] = %s[i * %d - %d]%n".formatted(array, i, all, count, count - i));
        }
        return lines.toString();
    }
}
