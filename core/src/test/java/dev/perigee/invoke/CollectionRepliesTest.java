package dev.perigee.invoke;

import static dev.perigee.invoke.Replies.array;
import static dev.perigee.invoke.Replies.assertRefused;
import static dev.perigee.invoke.Replies.map;
import static dev.perigee.invoke.Replies.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectionRepliesTest {

    @Test
    @SuppressWarnings("NullAway") // It takes a lambda's result for non-null.
    void readsMapsFromBothProtocols() {
        assertThat(reply(map("b", 2, "a", 1)).asMap(ReplyReader::asString, ReplyReader::asLong))
                .containsExactly(entry("b", 2L), entry("a", 1L));
        assertThat(array("b", 2, "a", 1).asMap(ReplyReader::asString, ReplyReader::asLong))
                .containsExactly(entry("b", 2L), entry("a", 1L));
        assertThat(reply(map()).asMap(ReplyReader::asString, ReplyReader::asLong))
                .isEmpty();
        assertThat(reply(map("a", map("b", Replies.set(1, 2))))
                        .asMap(
                                ReplyReader::asString,
                                m -> m.asMap(ReplyReader::asString, s -> s.asSet(ReplyReader::asLong))))
                .hasToString("{a={b=[1, 2]}}");
        assertThat(array("a", null).asMap(ReplyReader::asString, v -> v.<String>asNullable(ReplyReader::asString)))
                .containsEntry("a", null);
    }

    @Test
    void refusesWhatIsNoMap() {
        assertRefused(
                "expected a map or an array of keys and values, got an array of 3, an odd number",
                () -> array("a", 1, "b").asMap(ReplyReader::asString, ReplyReader::asLong));
        assertRefused(
                "expected a map or an array of keys and values, got a set of 2",
                () -> reply(Replies.set("a", 1)).asMap(ReplyReader::asString, ReplyReader::asLong));
        assertRefused(
                "expected a map or an array of keys and values, got nil",
                () -> reply(null).asMap(ReplyReader::asString, ReplyReader::asLong));
    }

    @Test
    void namesKeyOrValueOfAnEntry() {
        assertRefused(
                "expected an integer at [2].value, got nil",
                () -> array("a", 1, "b", null).asMap(ReplyReader::asString, ReplyReader::asLong));
        assertRefused(
                "expected a string at [1].key, got an integer",
                () -> reply(map(1, 1)).asMap(ReplyReader::asString, ReplyReader::asLong));
        assertRefused(
                "expected an integer at [1].value[2], got a string that is none",
                () -> array("a", List.of(1, "x")).asMap(ReplyReader::asString, v -> v.asList(ReplyReader::asLong)));
    }

    @Test
    void refusesAKeyThatComesTwice() {
        assertRefused(
                "expected another key at [3].key, got one that came before",
                () -> array("a", 1, "b", 2, "a", 3).asMap(ReplyReader::asString, ReplyReader::asLong));
        assertRefused(
                "expected another key at [2].key, got one that came before",
                () -> array("1", 1, "01", 2).asMap(ReplyReader::asLong, ReplyReader::asLong));
    }

    @Test
    void readsSetsFromBothProtocolsWithEachElementOnce() {
        assertThat(reply(Replies.set("b", "a")).asSet(ReplyReader::asString)).containsExactly("b", "a");
        assertThat(array("b", "a", "b").asSet(ReplyReader::asString)).containsExactly("b", "a");
        assertThat(reply(Replies.set("b", "a")).asList(ReplyReader::asString)).containsExactly("b", "a");
        assertRefused(
                "expected a set or an array, got a map of 1",
                () -> reply(map("a", 1)).asSet(ReplyReader::asString));
        assertRefused(
                "expected an integer at [2], got a string that is none",
                () -> reply(Replies.set(1, "x")).asSet(ReplyReader::asLong));
    }

    @Test
    void givesWhatCannotBeChanged() {
        List<Long> list = array(1).asList(ReplyReader::asLong);
        Set<Long> set = array(1).asSet(ReplyReader::asLong);
        Map<Long, Long> map = array(1, 2).asMap(ReplyReader::asLong, ReplyReader::asLong);
        assertThatThrownBy(() -> list.add(2L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> set.add(2L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.put(2L, 2L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void readsWhatIsNestedAsDeepAsLettuceReads() {
        Object value = 1;
        for (int i = 0; i < 31; i++) {
            value = i % 2 == 0 ? List.of(value, 2) : map("a", value);
        }
        assertThat(depth(reply(value))).isEqualTo(31);
    }

    private static int depth(ReplyReader reply) {
        return switch (reply.kind()) {
            case MAP ->
                1
                        + reply.asMap(ReplyReader::asString, CollectionRepliesTest::depth)
                                .values()
                                .iterator()
                                .next();
            case ARRAY -> 1 + reply.asList(CollectionRepliesTest::depth).get(0);
            default -> {
                reply.asLong();
                yield 0;
            }
        };
    }
}
