package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.KeyWriter;
import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.cluster.SlotHash;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptCommandTest {

    private static final String SHA1 = "a".repeat(40);
    private static final String PING = "*1\r\n$4\r\nPING\r\n";
    private static final String FRAME =
            "*6\r\n$7\r\nEVALSHA\r\n$40\r\n" + SHA1 + "\r\n$1\r\n1\r\n$6\r\n{moon}\r\n$1\r\n7\r\n$2\r\nzz\r\n";

    private final List<String> events = new ArrayList<>();
    private final ScriptCommand command = command(new Call(fixed(), 2));

    @Test
    void writesItsCall() {
        assertThat(encode(command)).isEqualTo(FRAME);
        assertThat(events).isEmpty();
    }

    @Test
    void countsForItselfWhereTheScriptCannot() {
        Script varies = Script.of("Sale.buy", "sale/buy.lua", SHA1, Script.VARIES, Script.VARIES, "return 1");
        assertThat(encode(command(new Call(varies, 2)))).isEqualTo(FRAME);
    }

    @Test
    void routesByTheFirstKey() {
        assertThat(command.getArgs().getFirstEncodedKey())
                .isEqualTo(ByteBuffer.wrap("{moon}".getBytes(StandardCharsets.UTF_8)));
        assertThat(command.getArgs().count()).isEqualTo(5);
    }

    @Test
    void showsNoValuesInItsTexts() {
        assertThat(command.getArgs().toCommandString()).isEqualTo(SHA1 + " 1");
        assertThat(command.getArgs()).hasToString(SHA1 + " 1");
        assertThat(command.toString()).contains("Sale.buy").doesNotContain("moon", "zz");
    }

    @Test
    void isNotWrittenTwice() {
        encode(command);
        assertThat(encode(command)).isEqualTo(PING);
        assertThat(events).containsExactly("failed, sent: The connection was lost before the reply came");
        assertThat(command.isDone()).isTrue();
    }

    @Test
    void isNotWrittenAfterItWasGivenUp() {
        assertThat(command.withdraw()).isTrue();
        assertThat(encode(command)).isEqualTo(PING);
        assertThat(events).isEmpty();
    }

    @Test
    void hasNotRunIfItFailedBeforeItWasWritten() {
        command.completeExceptionally(new IllegalStateException("not connected"));
        assertThat(command.withdraw()).isTrue();
        assertThat(encode(command)).isEqualTo(PING);
        assertThat(events).containsExactly("failed, not sent: not connected");
    }

    @Test
    void mayHaveRunIfItFailedAfterItWasWritten() {
        encode(command);
        command.completeExceptionally(new IllegalStateException("lost"));
        assertThat(command.withdraw()).isFalse();
    }

    @Test
    void mayHaveRunOnceItWasWritten() {
        encode(command);
        assertThat(command.withdraw()).isFalse();
    }

    @Test
    void isWrittenAgainAfterARedirection() {
        encode(command);
        command.getOutput().setError(ByteBuffer.wrap("MOVED 1 h:1".getBytes(StandardCharsets.US_ASCII)));
        command.getOutput().setError((String) null);

        assertThat(encode(command)).isEqualTo(FRAME);
        assertThat(encode(command)).isEqualTo(PING);
    }

    @Test
    void hasNotRunIfTheRedirectionCouldNotBeFollowed() {
        encode(command);
        command.getOutput().setError(ByteBuffer.wrap("MOVED 1 h:1".getBytes(StandardCharsets.US_ASCII)));
        command.getOutput().setError((String) null);
        command.completeExceptionally(new IllegalStateException("refused"));

        assertThat(events).containsExactly("failed, not sent: refused");
    }

    @Test
    void mayHaveRunOnceItWasWrittenAgainAfterARedirection() {
        encode(command);
        command.getOutput().setError((String) null);
        encode(command);
        command.completeExceptionally(new IllegalStateException("too late"));

        assertThat(events).containsExactly("failed, sent: too late");
    }

    @Test
    void isRedirectedForTheSlotOfItsKeysOnly() {
        int slot = SlotHash.getSlot("{moon}");
        encode(command);
        command.getOutput().setError(ascii("MOVED " + slot + " h:1"));
        assertThat(command.getOutput().hasError()).isTrue();

        ScriptCommand other = command(new Call(fixed(), 2));
        encode(other);
        other.getOutput().setError(ascii("MOVED " + (slot + 1) + " h:1"));
        assertThat(other.getOutput().hasError()).isFalse();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void failsAtOnceWhenTheConnectionIsLostAfterItWasWritten() {
        command.removeSource();
        assertThat(events).isEmpty();
        encode(command);
        command.removeSource();
        assertThat(events).containsExactly("failed, sent: The connection was lost before the reply came");
    }

    @Test
    void endsOnce() {
        encode(command);
        command.getOutput().set(7);
        command.complete();
        command.complete();
        command.cancel();
        assertThat(command.completeExceptionally(new IllegalStateException("late")))
                .isFalse();
        assertThat(events).containsExactly("replied");
    }

    @Test
    void tellsEveryTimerOfLettuceThatItIsDone() {
        command.onComplete((reply, failure) -> events.add("first timer"));
        command.onComplete((reply, failure) -> events.add("second timer"));
        encode(command);
        command.complete();
        command.onComplete((reply, failure) -> events.add("late timer"));
        assertThat(events).containsExactly("replied", "first timer", "second timer", "late timer");
    }

    @Test
    void writesAPingInsteadOfACallThatCannotBeWritten() {
        ScriptCommand broken = command(new Call(fixed(), 3));
        assertThat(encode(broken)).isEqualTo(PING);
        assertThat(events)
                .containsExactly("failed, not sent: Sale.buy wrote 1 keys and 3 arguments where its invoker declares 1"
                        + " and 2");
    }

    private static Script fixed() {
        return Script.of("Sale.buy", "sale/buy.lua", SHA1, 1, 2, "return 1");
    }

    private ScriptCommand command(ScriptCall<?> call) {
        return new ScriptCommand(new BoundScript(call.script()), call, new ReplyListener() {
            @Override
            public void replied(RecordedReply reply) {
                events.add("replied");
            }

            @Override
            public void redirected() {
                events.add("redirected");
            }

            @Override
            public void failed(Throwable cause, boolean sent) {
                events.add("failed, " + (sent ? "sent: " : "not sent: ") + cause.getMessage());
            }
        });
    }

    private static String encode(ScriptCommand command) {
        ByteBuf out = Unpooled.buffer();
        command.encode(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class Call extends ScriptCall<Long> {

        private final int arguments;

        Call(Script script, int arguments) {
            super(script);
            this.arguments = arguments;
        }

        @Override
        public int keyCount() {
            return 1;
        }

        @Override
        public int argumentCount() {
            return 2;
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add("{moon}");
        }

        @Override
        public void writeArguments(ArgumentWriter argv) {
            argv.add(7L);
            for (int i = 1; i < arguments; i++) {
                argv.add("zz");
            }
        }

        @Override
        public Long readReply(ReplyReader reply) {
            return reply.asLong();
        }
    }
}
