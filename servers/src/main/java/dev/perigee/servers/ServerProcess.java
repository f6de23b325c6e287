package dev.perigee.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a server program, its output in a file of its directory. */
final class ServerProcess {

    private static final int LOG_LINES = 20;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServerProcess launch(Path program, Path configFile, Path directory) {
        Path log = directory.resolve("server.log");
        try {
            Files.deleteIfExists(log);
            Process process = new ProcessBuilder(program.toString(), configFile.toString())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            AtExit.kill(process);
            return new ServerProcess(process, log);
        } catch (IOException e) {
            throw new ServerStartException(
                    "cannot run " + program + "; " + ServerBinary.VARIABLE + " can name another server program", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process to end, and kills it when it has not within the time. */
    void terminate(long millis) {
        process.destroy();
        try {
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                kill();
            }
            AtExit.ended(process);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
        AtExit.ended(process);
    }

    /** Sends a signal that Java has no method for, by the system's own command. */
    void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IOException("kill -" + name + " ended with " + kill.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot signal process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether bind failed with EADDRINUSE: "Address already in use" in glibc's words, "Address in use" in musl's. */
    boolean portWasTaken() {
        return log().stream().anyMatch(line -> line.contains("bind: Address ") && line.contains("in use"));
    }

    /** The last lines of output, indented, on lines of their own. */
    String lastLines() {
        List<String> lines = log();
        List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
        return last.isEmpty() ? " (it logged nothing)" : "\n  " + String.join("\n  ", last);
    }

    private List<String> log() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
