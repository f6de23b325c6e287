package dev.perigee.client;

import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.KeyWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A call of any script, where a generated call would say too little. */
final class LuaCall<T> extends ScriptCall<T> {

    private final Script script;

    @Override
    public Script script() {
        return script;
    }

    private final List<String> keys;
    private final int argumentCount;
    private final Consumer<ArgumentWriter> arguments;
    private final Function<ReplyReader, T> reader;

    private LuaCall(
            Script script,
            List<String> keys,
            int argumentCount,
            Consumer<ArgumentWriter> arguments,
            Function<ReplyReader, T> reader) {
        this.script = script;
        this.keys = keys;
        this.argumentCount = argumentCount;
        this.arguments = arguments;
        this.reader = reader;
    }

    /** A script of any number of keys and arguments, named {@code Probe.run}. */
    static Script script(String text) {
        String sha1 = ScriptFile.of(text.getBytes(StandardCharsets.UTF_8)).sha1();
        return Script.of("Probe.run", "probe/run.lua", sha1, Script.VARIES, Script.VARIES, text);
    }

    static <T> LuaCall<T> of(Script script, Function<ReplyReader, T> reader) {
        return new LuaCall<>(script, List.of(), 0, argv -> {}, reader);
    }

    LuaCall<T> keys(String... names) {
        return new LuaCall<>(script(), List.of(names), argumentCount, arguments, reader);
    }

    LuaCall<T> arguments(int count, Consumer<ArgumentWriter> values) {
        return new LuaCall<>(script(), keys, count, values, reader);
    }

    @Override
    public int keyCount() {
        return keys.size();
    }

    @Override
    public int argumentCount() {
        return argumentCount;
    }

    @Override
    public void writeKeys(KeyWriter writer) {
        keys.forEach(writer::add);
    }

    @Override
    public void writeArguments(ArgumentWriter argv) {
        arguments.accept(argv);
    }

    @Override
    public T readReply(ReplyReader reply) {
        return reader.apply(reply);
    }
}
