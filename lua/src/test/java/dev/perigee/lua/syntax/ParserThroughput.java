package dev.perigee.lua.syntax;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Measures how much the parser reads in a second of processor time, on one thread, once warm. Not a test. From the root of the repository, after
 * {@code mvn -pl lua -am test-compile}:
 *
 * <pre>java -cp lua/target/classes:lua/target/test-classes dev.perigee.lua.syntax.ParserThroughput</pre>
 */
public final class ParserThroughput {
    private static final int BYTES = 1 << 20;
    private static final int ROUNDS = 100;
    private static final int MEASURED = 20;

    private ParserThroughput() {}

    public static void main(String[] arguments) {
        String script = script();
        int bytes = script.getBytes(StandardCharsets.UTF_8).length;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        double sum = 0;
        int statements = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            ParseResult result = LuaParser.parse(script);
            double megabytes = bytes / 1e6 / ((threads.getCurrentThreadCpuTime() - start) / 1e9);
            if (!result.isValid()) {
                throw new IllegalStateException(result.errors().toString());
            }
            statements = result.chunk().block().statements().size();
            best = Math.max(best, megabytes);
            sum += round >= ROUNDS - MEASURED ? megabytes : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%d bytes, %d statements at the top: mean of the last %d rounds %.1f MB/s of CPU time, best %.1f MB/s%n",
                bytes,
                statements,
                MEASURED,
                sum / MEASURED,
                best);
    }

    /** The scripts of the differential test, each in a block of its own, again and again. */
    private static String script() {
        StringBuilder script = new StringBuilder();
        while (script.length() < BYTES) {
            for (String part : Snippets.scripts()) {
                String body = part.startsWith("#!") ? part.substring(part.indexOf('\n')) : part;
                script.append("do\n").append(body).append("end\n");
            }
        }
        return script.toString();
    }
}
