package dev.perigee.examples.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar, as it is started by hand. */
class ExecutableJarIT {

    private static final Pattern READY = Pattern.compile("Ready: open (http://localhost:\\d+)");

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void startsWithARedisOfItsOwnSaysWhereItIsAndTakesItAlongWhenItEnds() throws IOException, InterruptedException {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("perigee.examples.jar"),
                        "--server.port=0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader log = application.inputReader(StandardCharsets.UTF_8)) {
            String url = url(log);
            assertThat(get(url + "/api/sales/moon-lamp")).contains("\"remaining\":100");
            assertThat(get(url + "/")).contains("Moon lamp, flash sale");
            List<ProcessHandle> servers = application.children().toList();
            assertThat(servers).hasSize(1);
            application.destroy();
            assertThat(application.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(servers.get(0).isAlive()).isFalse();
        } finally {
            application.destroyForcibly();
        }
    }

    private static String url(BufferedReader log) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            read.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                assertThat(read)
                        .contains("No Redis is configured, so one was started for this application at redis://");
                return ready.group(1);
            }
        }
        throw new AssertionError("it ended before it was ready:\n" + read);
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
