package dev.perigee.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where and with what a run was made. */
public final class Environment {

    private static final Pattern VERSION = Pattern.compile("-(\\d.*)\\.jar");

    private Environment() {}

    /** What there is to know here and now, by name, in the order of the report. */
    public static Map<String, String> describe(String plan, Duration took, double load, String server) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("run", plan + ", " + took.toMinutes() + " min, " + LocalDate.now(ZoneOffset.UTC));
        facts.put("JDK", System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.name"));
        facts.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version").replaceFirst("-.*", "") + ", "
                        + System.getProperty("os.arch") + "; clients and servers share it, over loopback");
        facts.put("load before", load < 0 ? "unknown" : Numbers.ratio(load) + ", which should be next to nothing");
        facts.put("server", server);
        facts.put("Lettuce", version(io.lettuce.core.RedisClient.class));
        facts.put("Spring Data Redis", version(org.springframework.data.redis.core.StringRedisTemplate.class));
        facts.put("Redisson", version(org.redisson.Redisson.class));
        facts.put("Jedis", version(redis.clients.jedis.UnifiedJedis.class));
        facts.put("JMH", version(org.openjdk.jmh.runner.Runner.class));
        return facts;
    }

    /** How many threads have wanted a core in the last minute, on average; negative where that is not known. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The feature version of this JDK. */
    public static int jdk() {
        return Runtime.version().feature();
    }

    /** The version in the name of the jar that a class comes from. */
    private static String version(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "unknown";
        }
        Path jar = Path.of(URI.create(source.getLocation().toString()));
        Matcher matcher = VERSION.matcher(jar.getFileName().toString());
        return matcher.find() ? matcher.group(1) : "unknown";
    }
}
