package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.LiveCommands;
import dev.perigee.lua.commands.Target;
import dev.perigee.servers.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A script sees the globals, and the fields of libraries, that it is said to see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class SandboxIT {
    private static final List<String> LIBRARIES = List.of(
            "string", "table", "math", "bit", "struct", "cjson", "cmsgpack", "coroutine", "os", "redis", "server");

    private RedisServer server;
    private Target target;

    @BeforeAll
    void start() {
        server = RedisServer.start();
        target = LiveCommands.target(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Set<String> names(String table) {
        String script =
                "local names = {} for name in pairs(" + table + ") do names[#names + 1] = name end return names";
        Set<String> names = new TreeSet<>();
        ((List<?>) Objects.requireNonNull(server.command("EVAL", script, "0")))
                .forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    @Test
    void globalsAreThoseOfTheServer() {
        Set<String> theirs = names("_G");
        // Redis keeps what handles errors there.
        theirs.removeIf(name -> name.startsWith("__"));
        List<String> differences = new ArrayList<>();
        Set<String> all = new TreeSet<>(theirs);
        all.addAll(Sandbox.globals());
        all.addAll(Sandbox.foreign());
        for (String name : all) {
            boolean known = Sandbox.isGlobal(name, target);
            if (known != theirs.contains(name) && !(known && Sandbox.isUncertain(name))) {
                differences.add(name + (known ? " is not on the server" : " is on the server only"));
            }
        }
        System.out.printf("globals of %s: %d, %d differences%n", target.id(), theirs.size(), differences.size());
        assertThat(differences).isEmpty();
    }

    @Test
    void fieldsAreThoseOfTheServer() {
        List<String> differences = new ArrayList<>();
        int fields = 0;
        Set<String> globals = names("_G");
        for (String library : LIBRARIES) {
            if (!globals.contains(library)) {
                continue;
            }
            Set<String> theirs = names(library);
            fields += theirs.size();
            Set<String> all = new TreeSet<>(theirs);
            all.addAll(Sandbox.fields(library));
            for (String field : all) {
                boolean known = Sandbox.hasField(library, field, target);
                if (known != theirs.contains(field)) {
                    differences.add(
                            library + "." + field + (known ? " is not on the server" : " is on the server only"));
                }
            }
        }
        System.out.printf("library fields of %s: %d, %d differences%n", target.id(), fields, differences.size());
        assertThat(differences).isEmpty();
    }
}
