package dev.perigee.benchmarks.fused;

import com.sun.management.OperatingSystemMXBean;
import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Batches of 256 elements as 256 pipelined EVALSHAs, and as EVALSHAs that run 8 to 256 elements each; by a hand-framed socket,
 * and by Lettuce's {@code dispatch(Collection)}. All take turns in slices of time, in random order; ratios are to the pipelined
 * ones of the same client in the same round, and medians are printed. It is first verified that both ways answer alike.
 *
 * <p>Then the same beside another client, whose PINGs are timed. Arguments, all optional: rounds, milliseconds of a slice, and
 * callers, each a thread: with sockets each has its own connection, with Lettuce they share one.
 */
public final class FusedBatches {

    private static final int[] CHUNKS = {1, 8, 32, 64, 128, 256};
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final RedisServer server;
    private final int rounds;
    private final int millis;

    private FusedBatches(RedisServer server, int rounds, int millis) {
        this.server = server;
        this.rounds = rounds;
        this.millis = millis;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        int millis = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int callers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        try (RedisServer server = RedisServer.start();
                LettucePipe lettuce = new LettucePipe(server.port())) {
            new FusedCheck(server).run();
            List<SocketPipe> sockets = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                sockets.add(new SocketPipe(server.port()));
            }
            new FusedBatches(server, rounds, millis).measure(sockets, Collections.nCopies(callers, lettuce));
            for (SocketPipe socket : sockets) {
                socket.close();
            }
        }
    }

    private void measure(List<SocketPipe> sockets, List<LettucePipe> lettuce) throws IOException, InterruptedException {
        print(
                "script",
                "client",
                "elements a call",
                "elements/s",
                "× pipelined",
                "client CPU µs",
                "server CPU µs",
                "server ×",
                "call µs",
                "PING p50 µs",
                "p99",
                "max");
        print("---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:");
        for (MeasuredScript script : MeasuredScript.ALL) {
            server.command("FLUSHALL");
            List<Way> bySocket = ways("socket", sockets, script);
            List<Way> byLettuce = ways("Lettuce", lettuce, script);
            List<Way> all = new ArrayList<>(bySocket);
            all.addAll(byLettuce);
            measure(all);
            print(bySocket);
            print(byLettuce);
        }
    }

    private List<Way> ways(String client, List<? extends Pipe> callers, MeasuredScript script) {
        String sha1 = load(script.text());
        String fused = load(FusedText.of(script, sha1));
        List<Way> ways = new ArrayList<>();
        for (int chunk : CHUNKS) {
            ways.add(new Way(client, callers, script, chunk == 1 ? sha1 : fused, chunk));
        }
        return ways;
    }

    private String load(String text) {
        return String.valueOf(server.command("SCRIPT", "LOAD", text));
    }

    private void measure(List<Way> ways) throws IOException, InterruptedException {
        List<Way> order = new ArrayList<>(ways);
        Random random = new Random(42);
        for (int round = -3; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Way way : order) {
                Way.Sample sample = sample(way);
                List<Long> nanos = pings(way);
                if (round >= 0) {
                    way.samples.add(sample);
                    way.pings.addAll(nanos);
                }
            }
        }
    }

    private Way.Sample sample(Way way) throws IOException {
        double server = serverMicros();
        long client = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        double elements = way.run(millis);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Way.Sample(
                elements / seconds,
                (PROCESS.getProcessCpuTime() - client) / 1e3 / elements,
                (serverMicros() - server) / elements);
    }

    private List<Long> pings(Way way) throws IOException, InterruptedException {
        try (Bystander bystander = new Bystander(server.port())) {
            way.run(millis);
            return bystander.end();
        }
    }

    /** How long a call holds the server: by its own account. */
    private double callMicros(Way way) throws IOException {
        server.command("CONFIG", "RESETSTAT");
        way.run(millis);
        return info("commandstats", "usec_per_call=", "cmdstat_evalsha:");
    }

    private double serverMicros() {
        return 1e6 * (info("cpu", "used_cpu_user:", "") + info("cpu", "used_cpu_sys:", ""));
    }

    private double info(String section, String field, String line) {
        String text = String.valueOf(server.command("INFO", section));
        int start = text.indexOf(field, text.indexOf(line)) + field.length();
        int end = start;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return Double.parseDouble(text.substring(start, end));
    }

    private void print(List<Way> ways) throws IOException {
        for (Way way : ways) {
            print(way, ways.get(0));
        }
    }

    private void print(Way way, Way pipelined) throws IOException {
        print(
                way.script.name(),
                way.client,
                way == pipelined ? "pipelined" : Integer.toString(way.chunk),
                number("%,.0f", median(way, Way.Sample::rate)),
                number("%.2f", ratio(way, pipelined, Way.Sample::rate)),
                number("%.2f", way.meanClientMicros()),
                number("%.2f", median(way, Way.Sample::server)),
                number("%.2f", ratio(way, pipelined, Way.Sample::server)),
                number("%.1f", callMicros(way)),
                number("%.0f", way.pingMicros(0.5)),
                number("%.0f", way.pingMicros(0.99)),
                number("%.0f", way.pingMicros(1)));
    }

    private static double ratio(Way way, Way base, ToDoubleFunction<Way.Sample> of) {
        double[] ratios = new double[way.samples.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = of.applyAsDouble(way.samples.get(i)) / of.applyAsDouble(base.samples.get(i));
        }
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    private static double median(Way way, ToDoubleFunction<Way.Sample> of) {
        return way.samples.stream().mapToDouble(of).sorted().toArray()[way.samples.size() / 2];
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static void print(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
