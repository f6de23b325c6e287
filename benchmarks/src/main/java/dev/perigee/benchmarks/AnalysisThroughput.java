package dev.perigee.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.perigee.lua.analysis.ScriptAnalysis;
import dev.perigee.lua.check.Profile;
import dev.perigee.lua.check.ScriptChecks;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.commands.Target;
import dev.perigee.lua.syntax.LuaParser;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long the analyser takes: parsing, analysis and all checks, on one thread. For 1,000 scripts of 50 lines, and for single
 * scripts of 25 KB to 4 MB, with what they take and allocate for each character: what is allocated shows whether the work grows
 * with the text alone, and the time also what it costs that a long script's tree and facts do not fit into the processor's
 * caches. All sizes take turns, so that what else the machine does meets each of them. Prints a table; {@code docs/lint.md}
 * names the command.
 */
public final class AnalysisThroughput {

    private static final Settings SETTINGS = new Settings(Target.REDIS_7_0, Profile.CLUSTER, false, -1);
    private static final int ROUNDS = 25;

    private static final List<Integer> SIZES = List.of(25_000, 100_000, 400_000, 1_000_000, 4_000_000);

    /** A piece of a script: a rate limiter with everything that scripts do, in 25 lines. */
    private static final String PIECE = """
            do
                local window, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
                local time = redis.call('TIME')
                local now = time[1] * 1000 + math.floor(time[2] / 1000)
                local key = KEYS[1] .. ':%d'
                redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
                local count = redis.call('ZCARD', key)
                if count >= limit then
                    local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
                    if #oldest > 0 then
                        return {0, tonumber(oldest[2]) + window - now}
                    end
                    return {0, window}
                end
                local names = {}
                for i = 1, #KEYS do
                    names[#names + 1] = redis.call('GET', KEYS[i]) or 'none'
                end
                local function add(member)
                    return redis.call('ZADD', key, now, member)
                end
                for _, name in ipairs(names) do
                    add(name .. ':' .. now)
                end
                redis.call('PEXPIRE', key, window)
            end
            """;

    private AnalysisThroughput() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        List<String> small = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            small.add(script(2, i));
        }
        List<List<String>> inputs = new ArrayList<>(List.of(small));
        for (int size : SIZES) {
            inputs.add(List.of(script(size / PIECE.length() + 1, 0)));
        }
        double[] millis = millis(inputs);
        System.out.printf(
                Locale.ROOT,
                "| what | size | median of %d rounds | ns a character | bytes a character |%n|---|---:|---:|---:|---:|%n",
                ROUNDS);
        for (int i = 0; i < inputs.size(); i++) {
            print(inputs.get(i), millis[i]);
        }
        for (int[] pair : new int[][] {{100_000, 1_000_000}, {400_000, 4_000_000}}) {
            int from = 1 + SIZES.indexOf(pair[0]);
            int to = 1 + SIZES.indexOf(pair[1]);
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d by %,d characters: %.2f times the time for %.2f times the text%n",
                    characters(inputs.get(to)),
                    characters(inputs.get(from)),
                    millis[to] / millis[from],
                    (double) characters(inputs.get(to)) / characters(inputs.get(from)));
        }
    }

    /** A script of some pieces, which differ in a name; Lua allows a function 200 locals, so each piece is a block. */
    private static String script(int pieces, int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(String.format(Locale.ROOT, PIECE, number + i));
        }
        return text.append("return {1, 0}\n").toString();
    }

    /** The medians of the times for each input. */
    private static double[] millis(List<List<String>> inputs) {
        long[][] times = new long[inputs.size()][ROUNDS];
        // The first rounds are for the compiler.
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            for (int i = 0; i < inputs.size(); i++) {
                long time = time(inputs.get(i));
                if (round >= 0) {
                    times[i][round] = time;
                }
            }
        }
        return Arrays.stream(times)
                .mapToDouble(of -> Arrays.stream(of).sorted().toArray()[ROUNDS / 2] / 1e6)
                .toArray();
    }

    private static long time(List<String> scripts) {
        long start = System.nanoTime();
        int findings = 0;
        for (String script : scripts) {
            findings += findings(script);
        }
        long time = System.nanoTime() - start;
        if (findings == 0) {
            throw new IllegalStateException("the derived keys were not looked at");
        }
        return time;
    }

    private static int findings(String script) {
        return ScriptChecks.check(ScriptAnalysis.analyse(LuaParser.parse(script).chunk()), SETTINGS)
                .size();
    }

    private static long allocated(List<String> scripts) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        scripts.forEach(AnalysisThroughput::findings);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static int characters(List<String> scripts) {
        return scripts.stream().mapToInt(String::length).sum();
    }

    private static void print(List<String> scripts, double millis) {
        String what = scripts.size() == 1
                ? "one script"
                : String.format(
                        Locale.ROOT,
                        "%,d scripts of %d lines",
                        scripts.size(),
                        scripts.get(0).lines().count());
        int size = characters(scripts);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d characters | %.1f ms | %.1f | %.1f |%n",
                what,
                size,
                millis,
                millis * 1e6 / size,
                (double) allocated(scripts) / size);
    }
}
