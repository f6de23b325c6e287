package shop;

import dev.perigee.client.ScriptClient;
import dev.perigee.invoke.KeyWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import javax.annotation.processing.Generated;

/**
 * Calls the scripts of {@link Cart}.
 */
@Generated("dev.perigee.processor.PerigeeProcessor")
public final class CartInvoker implements Cart {
    /**
     * {@code scripts/cart/count.lua}; KEYS: {@literal 1 cart:#user}.
     */
    private static final Script COUNT = Script.of(
            "Cart.count",
            "scripts/cart/count.lua",
            "6d15ea92189b786d3c283f6cb48f96594fff1fe8",
            1,
            0,
            "return redis.call('SCARD', KEYS[1])\n");

    private final ScriptDispatch scripts;

    /**
     * Joins the scripts to a client; sends nothing yet.
     */
    public CartInvoker(ScriptClient client) {
        this.scripts = ScriptDispatch.bind(client, 1, Cart.class, COUNT);
    }

    @Override
    public long count(String user) {
        return scripts.call(new CountCall(user));
    }

    private static final class CountCall extends ScriptCall<Long> {
        private final String user;

        private CountCall(String user) {
            super(COUNT);
            this.user = required("user", user);
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add("cart:" + user);
        }

        @Override
        public Long readReply(ReplyReader reply) {
            return reply.asLong();
        }
    }
}
