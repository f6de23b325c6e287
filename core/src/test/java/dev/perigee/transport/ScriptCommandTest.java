package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.KeyWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptCommandTest {

    private static final String SHA1 = "a".repeat(40);
    private static final String PING = "*1\r\n$4\r\nPING\r\n";
    private static final String FRAME =
            "*6\r\n$7\r\nEVALSHA\r\n$40\r\n" + SHA1 + "\r\n$1\r\n1\r\n$6\r\n{moon}\r\n$1\r\n7\r\n$2\r\nzz\r\n";

    private final LoneCommand command = new LoneCommand(new Call(fixed(), 2));
    private final List<String> events = command.events;

    @Test
    void writesItsCall() {
        assertThat(command.encoded()).isEqualTo(FRAME);
        assertThat(events).isEmpty();
    }

    @Test
    void countsForItselfWhereTheScriptCannot() {
        Script varies = Script.of("Sale.buy", "sale/buy.lua", SHA1, Script.VARIES, Script.VARIES, "return 1");
        assertThat(new LoneCommand(new Call(varies, 2)).encoded()).isEqualTo(FRAME);
    }

    @Test
    void showsNoValuesInItsTexts() {
        assertThat(command.getArgs().toCommandString()).isEqualTo(SHA1 + " 1");
        assertThat(command.getArgs()).hasToString(SHA1 + " 1");
        assertThat(command.toString()).contains("Sale.buy").doesNotContain("moon", "zz");
    }

    @Test
    void isNotWrittenTwice() {
        command.encoded();
        assertThat(command.encoded()).isEqualTo(PING);
        assertThat(events).containsExactly("failed, sent: The connection was lost before the reply came");
        assertThat(command.isDone()).isTrue();
    }

    @Test
    void isNotWrittenAfterItWasGivenUp() {
        assertThat(command.withdraw()).isTrue();
        assertThat(command.encoded()).isEqualTo(PING);
        assertThat(events).isEmpty();
    }

    @Test
    void hasNotRunIfItFailedBeforeItWasWritten() {
        command.completeExceptionally(new IllegalStateException("not connected"));
        assertThat(command.withdraw()).isTrue();
        assertThat(command.encoded()).isEqualTo(PING);
        assertThat(events).containsExactly("failed, not sent: not connected");
    }

    @Test
    void mayHaveRunIfItFailedAfterItWasWritten() {
        command.encoded();
        command.completeExceptionally(new IllegalStateException("lost"));
        assertThat(command.withdraw()).isFalse();
    }

    @Test
    void mayHaveRunOnceItWasWritten() {
        command.encoded();
        assertThat(command.withdraw()).isFalse();
    }

    @Test
    void failsAtOnceWhenTheConnectionIsLostAfterItWasWritten() {
        command.removeSource();
        assertThat(events).isEmpty();
        command.encoded();
        command.removeSource();
        assertThat(events).containsExactly("failed, sent: The connection was lost before the reply came");
    }

    @Test
    void endsOnce() {
        command.encoded();
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
        command.encoded();
        command.complete();
        command.onComplete((reply, failure) -> events.add("late timer"));
        assertThat(events).containsExactly("replied", "first timer", "second timer", "late timer");
    }

    @Test
    void tellsATimerThatComesAfterTheEndOnce() {
        command.encoded();
        command.complete();
        command.onComplete((reply, failure) -> events.add("first timer"));
        command.onComplete((reply, failure) -> events.add("second timer"));
        LoneCommand failed = new LoneCommand(new Call(fixed(), 2));
        failed.completeExceptionally(new IllegalStateException("lost"));
        failed.onComplete((reply, failure) -> failed.events.add("timer"));
        LoneCommand withdrawn = new LoneCommand(new Call(fixed(), 2));
        withdrawn.withdraw();
        withdrawn.onComplete((reply, failure) -> withdrawn.events.add("timer"));

        assertThat(events).containsExactly("replied", "first timer", "second timer");
        assertThat(failed.events).containsExactly("failed, not sent: lost", "timer");
        assertThat(withdrawn.events).containsExactly("timer");
    }

    @Test
    void writesAPingInsteadOfACallThatCannotBeWritten() {
        LoneCommand broken = new LoneCommand(new Call(fixed(), 3));
        assertThat(broken.encoded()).isEqualTo(PING);
        assertThat(broken.events)
                .containsExactly("failed, not sent: Sale.buy wrote 1 keys and 3 arguments where its invoker declares 1"
                        + " and 2");
    }

    @Test
    void tellsOfAnEndWhileItIsEncodedOnlyAfterwards() {
        List<Runnable> later = new ArrayList<>();
        LoneCommand broken = new LoneCommand(new Call(fixed(), 3), later::add);
        LoneCommand lost = new LoneCommand(new Call(fixed(), 2), later::add);
        lost.encoded();
        for (LoneCommand ends : List.of(broken, lost)) {
            ends.onComplete((reply, failure) -> ends.events.add("Lettuce's timer"));
            assertThat(ends.encoded()).isEqualTo(PING);
            assertThat(ends.isDone()).isTrue();
            assertThat(ends.events).isEmpty();
        }
        later.forEach(Runnable::run);
        assertThat(broken.events)
                .satisfiesExactly(
                        failed -> assertThat(failed).startsWith("failed, not sent: "),
                        timer -> assertThat(timer).isEqualTo("Lettuce's timer"));
        assertThat(lost.events)
                .containsExactly("failed, sent: The connection was lost before the reply came", "Lettuce's timer");
    }

    @Test
    void tellsNobodyTwiceWhoGaveItUpBeforeItWasTold() {
        List<Runnable> later = new ArrayList<>();
        LoneCommand broken = new LoneCommand(new Call(fixed(), 3), later::add);
        broken.encoded();

        assertThat(broken.withdraw()).isTrue();
        assertThat(broken.completeExceptionally(new IllegalStateException("late")))
                .isFalse();
        later.forEach(Runnable::run);
        assertThat(broken.events).hasSize(1);
    }

    private static Script fixed() {
        return Script.of("Sale.buy", "sale/buy.lua", SHA1, 1, 2, "return 1");
    }

    private static final class Call extends ScriptCall<Long> {

        private final Script script;

        @Override
        public Script script() {
            return script;
        }

        private final int arguments;

        Call(Script script, int arguments) {
            this.script = script;
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
