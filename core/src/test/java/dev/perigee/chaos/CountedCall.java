package dev.perigee.chaos;

import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.KeyWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.lua.assembly.AssembledScript;
import dev.perigee.lua.assembly.ReplyRecording;
import dev.perigee.lua.assembly.ScriptAssembly;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A call that counts its run in the books, and returns its id and the number of its runs. It has two keys, so that a cluster
 * may answer TRYAGAIN.
 */
final class CountedCall extends ScriptCall<List<Long>> {

    private final Script script;

    @Override
    public Script script() {
        return script;
    }

    static final String TEXT = """
            local runs = redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
            redis.call('SET', KEYS[2], ARGV[1])
            return {tonumber(ARGV[1]), runs}
            """;

    private final Books books;
    private final int id;

    CountedCall(Script script, Books books, int id) {
        this.script = script;
        this.books = books;
        this.id = id;
    }

    static Script script(Delivery delivery) {
        AssembledScript plain = (AssembledScript) ScriptAssembly.assemble(TEXT.getBytes(StandardCharsets.UTF_8));
        boolean recording = delivery == Delivery.EXACTLY_ONCE;
        AssembledScript sent =
                recording ? ReplyRecording.around(plain, Duration.ofHours(1)).script() : plain;
        return Script.of("Chaos.count", "chaos/count.lua", sent.sha1(), recording ? 3 : 2, 1, sent.text())
                .with(delivery);
    }

    @Override
    public void writeKeys(KeyWriter keys) {
        keys.add(books.key(id));
        keys.add(lastKey(books, id));
        if (script().delivery() == Delivery.EXACTLY_ONCE) {
            keys.add("perigee:once:{" + books.tag(id) + "}:" + id);
        }
    }

    static String lastKey(Books books, int id) {
        return "last:{" + books.tag(id) + "}";
    }

    @Override
    public void writeArguments(ArgumentWriter argv) {
        argv.add(id);
    }

    @Override
    public List<Long> readReply(ReplyReader reply) {
        return reply.asList(ReplyReader::asLong);
    }
}
