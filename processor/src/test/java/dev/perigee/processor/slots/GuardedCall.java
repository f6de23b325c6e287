package dev.perigee.processor.slots;

import dev.perigee.error.ScriptArgumentException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.processor.model.KeyPart;

/** Checks guards as generated calls do: with the methods they inherit. */
final class GuardedCall extends ScriptCall<Boolean> {

    @Override
    public Script script() {
        return SCRIPT;
    }

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 0, 0, "return 1");

    private final Values values;

    GuardedCall(Values values) {
        this.values = values;
    }

    @Override
    public Boolean readReply(ReplyReader reply) {
        return reply.asBoolean();
    }

    boolean passes(SlotProof.Proved proof) {
        try {
            proof.guards().forEach(this::require);
            return true;
        } catch (ScriptArgumentException e) {
            return false;
        }
    }

    private void require(Guard guard) {
        if (guard instanceof Guard.Tag tag) {
            hashTag(tag.value().name(), values.text(tag.value()));
        } else if (guard instanceof Guard.TagStart tag) {
            hashTagStart(tag.value().name(), values.text(tag.value()));
        } else if (guard instanceof Guard.Bare bare) {
            withoutBraces(bare.value().name(), values.text(bare.value()));
        } else if (guard instanceof Guard.Text text) {
            requireHashTag("the values", values.text(text.parts()));
        } else if (guard instanceof Guard.BeforeTag before) {
            for (String value : before.value().list() ? values.list(before.value()) : one(before.value())) {
                beforeHashTag(before.value().name(), value);
            }
        }
    }

    private Iterable<String> one(KeyPart.Value value) {
        return java.util.List.of(values.text(value));
    }
}
