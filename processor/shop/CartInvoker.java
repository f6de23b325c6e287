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
     * {@code scripts/cart/fine.lua}; KEYS: {@literal 1 cart:}{#user}}.
     */
    private static final Script FINE = Script.of(
            "Cart.fine",
            "scripts/cart/fine.lua",
            "f0e4c575f212a47f6a05898b785b6a9d46baaa55",
            1,
            0,
            "return redis.call('GET', KEYS[1])\n");

    /**
     * {@code scripts/cart/open.lua}; KEYS: {@literal 1 cart:{#user}.
     */
    private static final Script OPEN = Script.of(
            "Cart.open",
            "scripts/cart/open.lua",
            "f0e4c575f212a47f6a05898b785b6a9d46baaa55",
            1,
            0,
            "return redis.call('GET', KEYS[1])\n");

    /**
     * {@code scripts/cart/empty.lua}; KEYS: {@literal 1 cart:{}:#user}.
     */
    private static final Script EMPTY = Script.of(
            "Cart.empty",
            "scripts/cart/empty.lua",
            "f0e4c575f212a47f6a05898b785b6a9d46baaa55",
            1,
            0,
            "return redis.call('GET', KEYS[1])\n");

    private final ScriptDispatch scripts;

    /**
     * Joins the scripts to a client; sends nothing yet.
     */
    public CartInvoker(ScriptClient client) {
        this.scripts = ScriptDispatch.bind(client, 1, Cart.class, FINE, OPEN, EMPTY);
    }

    @Override
    public String fine(String user) {
        return scripts.call(new FineCall(user));
    }

    @Override
    public String open(String user) {
        return scripts.call(new OpenCall(user));
    }

    @Override
    public String empty(String user) {
        return scripts.call(new EmptyCall(user));
    }

    private static final class FineCall extends ScriptCall<String> {
        private final String user;

        private FineCall(String user) {
            super(FINE);
            this.user = required("user", user);
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add("cart:}{" + user + "}");
        }

        @Override
        public String readReply(ReplyReader reply) {
            return reply.asString();
        }
    }

    private static final class OpenCall extends ScriptCall<String> {
        private final String user;

        private OpenCall(String user) {
            super(OPEN);
            this.user = required("user", user);
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add("cart:{" + user);
        }

        @Override
        public String readReply(ReplyReader reply) {
            return reply.asString();
        }
    }

    private static final class EmptyCall extends ScriptCall<String> {
        private final String user;

        private EmptyCall(String user) {
            super(EMPTY);
            this.user = required("user", user);
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add("cart:{}:" + user);
        }

        @Override
        public String readReply(ReplyReader reply) {
            return reply.asString();
        }
    }
}
