package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnderWayTest {

    private final UnderWay underWay = new UnderWay();
    private final List<LoneCommand> commands =
            Stream.generate(UnderWayTest::command).limit(3).toList();

    @Test
    void theOldestIsTheFirstThatHasNotBeenAnswered() {
        commands.forEach(underWay::add);
        commands.forEach(LoneCommand::encoded);
        for (LoneCommand command : commands) {
            assertThat(underWay.oldest()).isSameAs(command);
            assertThat(underWay.contains(command)).isTrue();
            command.complete();
            assertThat(underWay.contains(command)).isFalse();
        }
        assertThat(underWay.oldest()).isNull();
    }

    @Test
    void whatWasWrittenIsLostWithTheConnection() {
        LoneCommand written = commands.get(0);
        LoneCommand waiting = commands.get(1);
        underWay.add(written);
        underWay.add(waiting);
        written.encoded();

        underWay.lost();

        assertThat(written.events).singleElement().asString().startsWith("failed, sent");
        assertThat(underWay.contains(waiting)).isTrue();
        assertThat(underWay.oldest()).isNull();
    }

    private static LoneCommand command() {
        Script script = Script.of("Probe.run", "probe/run.lua", "a".repeat(40), 0, 0, "return 1");
        return new LoneCommand(new ScriptCall<Long>() {
            @Override
            public Script script() {
                return script;
            }

            @Override
            public Long readReply(ReplyReader reply) {
                return reply.asLong();
            }
        });
    }
}
