package dev.perigee.spring.counters;

import dev.perigee.client.ScriptClient;
import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.KeyWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;

/** Written by hand in the shape of a generated one, so that the starter's tests need no annotation processor. */
public final class CountersInvoker implements Counters {

    private static final Script ADD = Script.of(
            "Counters.add",
            "counters/add.lua",
            "580e6155659f4567b013eddd837c4fc7b80e55a0",
            1,
            1,
            "return redis.call('INCRBY', KEYS[1], ARGV[1])\n");

    private final ScriptDispatch scripts;

    public CountersInvoker(ScriptClient client) {
        this.scripts = ScriptDispatch.bind(client, ScriptDispatch.ABI, Counters.class, ADD);
    }

    @Override
    public long add(String name, long amount) {
        return scripts.call(new Add(name, amount));
    }

    private static final class Add extends ScriptCall<Long> {

        @Override
        public Script script() {
            return ADD;
        }

        private final String name;
        private final long amount;

        Add(String name, long amount) {
            this.name = name;
            this.amount = amount;
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add("counter:{" + hashTag("name", name) + "}");
        }

        @Override
        public void writeArguments(ArgumentWriter argv) {
            argv.add(amount);
        }

        @Override
        public Long readReply(ReplyReader reply) {
            return reply.asLong();
        }
    }
}
