package dev.perigee.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Redis or Valkey server that runs as a child process, reachable at 127.0.0.1 only, without persistence.
 *
 * <p>Each has a directory of its own, which lives until {@link #close()}; port, options and directory stay the same over
 * {@link #restart()}. A server still running when the JVM exits is killed. Thread-safe.
 */
public final class RedisServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration PROBE_LIMIT = Duration.ofMillis(250);
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);
    private static final int PORT_ATTEMPTS = 10;

    private final Path program;
    private final ServerConfig config;
    private final Path directory;
    private final Path configFile;
    private volatile int port;
    private volatile @Nullable ServerProcess process;
    private boolean closed;

    private RedisServer(Path program, ServerConfig config) {
        this.program = program;
        this.config = config;
        try {
            directory = Files.createTempDirectory("perigee-server-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a directory for a server", e);
        }
        configFile = directory.resolve("redis.conf");
        AtExit.delete(directory);
    }

    /**
     * Starts a server on a free port and waits until it answers.
     *
     * @throws ServerStartException when it does not within ten seconds
     */
    public static RedisServer start() {
        return builder().start();
    }

    /** A server with a port or options of one's own. */
    public static Builder builder() {
        return new Builder();
    }

    /** The address that the server listens on: 127.0.0.1. */
    public String host() {
        return HOST;
    }

    /** The TCP port. */
    public int port() {
        return port;
    }

    /** {@code redis://127.0.0.1:PORT}, without credentials. */
    public URI uri() {
        return URI.create("redis://" + HOST + ":" + port);
    }

    /** Whether the process is alive. */
    public boolean isRunning() {
        ServerProcess current = process;
        return current != null && current.isAlive();
    }

    /**
     * Sends one command over a connection of its own; with the password of the option {@code requirepass}, if given.
     *
     * @param args the command's name and arguments
     * @return a String, a Long, null, or a List of these and of {@link ServerErrorException}s
     * @throws ServerErrorException when the reply is an error
     * @throws UncheckedIOException when the server cannot be reached, or does not reply within a minute
     */
    public @Nullable Object command(String... args) {
        try {
            return call(COMMAND_LIMIT, List.of(args));
        } catch (IOException e) {
            throw new UncheckedIOException(args[0] + " failed at " + uri(), e);
        }
    }

    /** Ends the server by SIGTERM and waits; kills it after five seconds, as when a script does not end. */
    public synchronized void stop() {
        ServerProcess current = process;
        if (current != null) {
            current.terminate(STOP_LIMIT.toMillis());
        }
    }

    /** Ends the server by SIGKILL and waits. */
    public synchronized void kill() {
        ServerProcess current = process;
        if (current != null) {
            current.kill();
        }
    }

    /** Stops the process from running, by SIGSTOP: it keeps its connections, and answers nothing. */
    public synchronized void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process run again, by SIGCONT. */
    public synchronized void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        ServerProcess current = process;
        if (current == null || !current.isAlive()) {
            throw new IllegalStateException("the server at " + uri() + " is not running");
        }
        current.signal(name);
    }

    /**
     * Starts the server again, on the same port and with the same options and directory; stops it first if it runs.
     *
     * @throws ServerStartException when it does not answer within ten seconds, as when another process took the port
     * @throws IllegalStateException after {@link #close()}
     */
    public synchronized void restart() {
        if (closed) {
            throw new IllegalStateException("the server at " + uri() + " is closed");
        }
        stop();
        if (!launch(port)) {
            throw failure("another process has its port");
        }
    }

    /** Kills the server and deletes its directory. */
    @Override
    public synchronized void close() {
        kill();
        closed = true;
        AtExit.deleteNow(directory);
    }

    private void startOnFreePort() {
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            if (launch(FreePorts.next())) {
                return;
            }
        }
        throw failure("each of " + PORT_ATTEMPTS + " ports was taken by another process");
    }

    private void startOn(int fixedPort) {
        if (!launch(fixedPort)) {
            throw failure("another process has its port");
        }
    }

    /** Whether the server came up; false when its port was taken. */
    private synchronized boolean launch(int candidate) {
        port = candidate;
        try {
            Files.write(configFile, config.lines(candidate, directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + configFile, e);
        }
        ServerProcess started = ServerProcess.launch(program, configFile, directory);
        process = started;
        boolean done = Waiting.until(() -> !started.isAlive() || answers(), START_LIMIT);
        if (done && started.isAlive()) {
            return true;
        }
        started.kill();
        if (done && started.portWasTaken()) {
            return false;
        }
        throw failure(done ? "it ended at once" : "it did not answer within " + START_LIMIT.toSeconds() + " s");
    }

    /**
     * Whether this very server, told by its configuration file from another one on the same port, has its data loaded:
     * it answers INFO while it loads, but not PING.
     */
    private boolean answers() {
        try {
            return String.valueOf(call(PROBE_LIMIT, List.of("INFO", "server"))).contains(configFile.toString())
                    && call(PROBE_LIMIT, List.of("PING")) != null;
        } catch (ServerErrorException e) {
            return !e.code().equals("LOADING");
        } catch (IOException notYet) {
            return false;
        }
    }

    private @Nullable Object call(Duration limit, List<String> command) throws IOException {
        try (RespConnection connection = new RespConnection(HOST, port, limit)) {
            if (config.password().isPresent()) {
                connection.call(List.of("AUTH", config.password().get()));
            }
            return connection.call(command);
        }
    }

    private ServerStartException failure(String reason) {
        ServerProcess last = process;
        String log = last == null ? "" : "; its last log lines:" + last.lastLines();
        return new ServerStartException(program + " on port " + port + " did not start: " + reason + log);
    }

    /** Settings of a server to start; for one thread. */
    public static final class Builder {

        private final List<ServerConfig.Option> options = new ArrayList<>();
        private int port;

        private Builder() {}

        /**
         * Sets the port; by default a free one is chosen.
         *
         * @throws IllegalArgumentException when it is not within 1 to 65535
         */
        public Builder port(int port) {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("not a port: " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * Adds a line of redis.conf, as in {@code option("maxmemory", "10mb")} or {@code option("save", "900", "1")}. It
         * wins over what a server here gets by default.
         *
         * @throws IllegalArgumentException for {@code port} and {@code dir}, which have an owner already, and without
         *     a value
         */
        public Builder option(String name, String... values) {
            options.add(checked(name, values));
            return this;
        }

        /**
         * Starts the server and waits until it answers.
         *
         * @throws ServerStartException when it does not within ten seconds, with the last lines of its log
         */
        public RedisServer start() {
            RedisServer server = new RedisServer(ServerBinary.locate(), new ServerConfig(options));
            try {
                if (port == 0) {
                    server.startOnFreePort();
                } else {
                    server.startOn(port);
                }
                return server;
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        }

        static ServerConfig.Option checked(String name, String... values) {
            if (name.equals("port") || name.equals("dir")) {
                throw new IllegalArgumentException(name + " is not an option here: the port is set by port(int), the"
                        + " directory is the server's own");
            }
            if (values.length == 0) {
                throw new IllegalArgumentException("option " + name + " needs a value");
            }
            return new ServerConfig.Option(name, List.of(values));
        }
    }
}
