package dev.perigee.transport;

import io.lettuce.core.resource.ClientResources;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls to a node that have taken too long, and how their scripts are ended. A server that runs a script for long says
 * BUSY to everybody but who waits for that script. So if it says that over another connection, some times in succession, and
 * all the while a command on this connection is not answered, then it runs the oldest one of those; which is ended if its own
 * time is up. Thread-safe.
 *
 * <p>There is no command that ends one certain script. If the script ends by itself just when it is to be ended, and another
 * client's one follows it at once and runs for long as well, then that is ended.
 */
final class NodeKills {

    private static final Logger LOG = System.getLogger("dev.perigee.client.ScriptClient");
    private static final int ANSWERS = 3;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    /** @param end until when to try */
    private record Overdue(PendingCall call, long end) {}

    private final ClientResources resources;
    private final String node;
    private final Control control;
    private final UnderWay underWay;
    private final Supplier<CompletionStage<Boolean>> ready;
    private final Set<ScriptCommand> killed = ConcurrentHashMap.newKeySet();
    private final Map<ScriptCommand, Overdue> overdue = new HashMap<>();
    private boolean running;
    private @Nullable ScriptCommand suspect;
    private Control.@Nullable Finding last;
    private int answers;

    /** @param ready ends when the event loop of the connection that calls are sent over has done some work, with true, or cannot */
    NodeKills(
            ClientResources resources,
            String node,
            Control control,
            UnderWay underWay,
            Supplier<CompletionStage<Boolean>> ready) {
        this.resources = resources;
        this.node = node;
        this.control = control;
        this.underWay = underWay;
        this.ready = ready;
    }

    /** Whether the script was ended by who asked for it with the server's command. */
    static boolean isKilled(String errorText) {
        return errorText.contains("Script killed by user with SCRIPT KILL");
    }

    /** Whether the command was sent to this node, and not answered. */
    boolean concern(ScriptCommand command) {
        return underWay.contains(command);
    }

    boolean hasKilled(ScriptCommand command) {
        return killed.contains(command);
    }

    synchronized boolean contains(ScriptCommand command) {
        return overdue.containsKey(command);
    }

    /** Ends the command's script as soon as it can be. */
    void add(PendingCall call, ScriptCommand command) {
        synchronized (this) {
            overdue.put(command, new Overdue(call, System.nanoTime() + LONGEST));
            if (running) {
                return;
            }
            running = true;
        }
        look();
    }

    private void look() {
        ScriptCommand oldest = underWay.oldest();
        if (isOver()) {
            return;
        }
        if (oldest == null || !contains(oldest)) {
            lookLater();
        } else {
            control.ask().thenAccept(finding -> decide(oldest, finding));
        }
    }

    private void lookLater() {
        Later.precisely(resources, PAUSE, this::look);
    }

    private synchronized boolean isOver() {
        long now = System.nanoTime();
        killed.removeIf(command -> !underWay.contains(command));
        overdue.entrySet().removeIf(one -> !underWay.contains(one.getKey()) || one.getValue().end - now < 0);
        running = !overdue.isEmpty();
        return !running;
    }

    private void decide(ScriptCommand oldest, Control.Finding finding) {
        boolean certain = count(oldest, finding) >= ANSWERS;
        switch (finding) {
            case BUSY -> {
                if (certain) {
                    ready.get().thenAccept(written -> {
                        if (written) {
                            Later.precisely(resources, PAUSE, () -> confirm(oldest));
                        } else {
                            lookLater();
                        }
                    });
                    return;
                }
            }
            case FREE -> {
                if (certain) {
                    forget(oldest);
                }
            }
            case SILENT -> {}
            case GONE -> forget(oldest);
        }
        lookLater();
    }

    /** How often this was found in succession. */
    private synchronized int count(ScriptCommand oldest, Control.Finding finding) {
        answers = oldest == suspect && finding == last ? answers + 1 : 1;
        suspect = oldest;
        last = finding;
        return answers;
    }

    /** The connection's event loop has worked meanwhile: it would have read an answer that had come. */
    private void confirm(ScriptCommand oldest) {
        control.ask().thenAccept(finding -> {
            if (finding == Control.Finding.BUSY && underWay.oldest() == oldest && contains(oldest)) {
                kill(oldest);
            } else {
                lookLater();
            }
        });
    }

    private void kill(ScriptCommand oldest) {
        killed.add(oldest);
        control.kill().thenAccept(problem -> {
            if (problem == null) {
                LOG.log(Level.WARNING, "{0} was killed on {1}: it ran longer than its time limit", oldest, node);
            } else {
                killed.remove(oldest);
                if (!problem.startsWith("NOTBUSY")) {
                    tell(oldest, problem);
                }
            }
            count(oldest, Control.Finding.SILENT);
            lookLater();
        });
    }

    private void tell(ScriptCommand oldest, String problem) {
        Overdue told = forget(oldest);
        if (told != null) {
            told.call.leave();
            told.call.end(NoReply.notKilled(oldest.script().timeout(), problem));
        }
    }

    private synchronized @Nullable Overdue forget(ScriptCommand command) {
        return overdue.remove(command);
    }
}
