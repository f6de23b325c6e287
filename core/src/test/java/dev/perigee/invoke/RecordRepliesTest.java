package dev.perigee.invoke;

import static dev.perigee.invoke.Replies.array;
import static dev.perigee.invoke.Replies.assertRefused;
import static dev.perigee.invoke.Replies.map;
import static dev.perigee.invoke.Replies.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.error.ScriptErrorException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordRepliesTest {

    private static final String[] STOCK = {"sku", "left", "größe"};
    private static final Alternatives PURCHASE = Alternatives.of(
            "Purchase",
            new String[][] {{"SoldOut", "SOLD_OUT"}, {"Sold", "SOLD"}, {"7"}},
            new String[][] {{}, {"order", "left"}, {"until"}});

    record Stock(String sku, long left, Optional<String> size) {}

    @Test
    void readsRecordsByPosition() {
        assertThat(stock(array("lamp", 3, "XL"))).isEqualTo(new Stock("lamp", 3, Optional.of("XL")));
        assertThat(stock(array("lamp", 3))).isEqualTo(new Stock("lamp", 3, Optional.empty()));
        assertRefused("expected Stock, an array of 3, got one of 4", () -> stock(array("lamp", 3, "XL", 4)));
        assertRefused("expected Stock, an array, got a set of 1", () -> stock(reply(Replies.set("lamp"))));
        assertRefused("expected Stock, an array, got a string of 4 bytes", () -> stock(reply("lamp")));
    }

    @Test
    void readsRecordsByNameInAnyOrder() {
        Stock lamp = new Stock("lamp", 3, Optional.of("XL"));
        assertThat(stockByName(array("sku", "lamp", "left", 3, "größe", "XL"))).isEqualTo(lamp);
        assertThat(stockByName(array("größe", "XL", "left", "3", "sku", "lamp")))
                .isEqualTo(lamp);
        assertThat(stockByName(reply(map("left", 3, "größe", "XL", "sku", "lamp"))))
                .isEqualTo(lamp);
        assertThat(stock(reply(map("left", 3, "sku", "lamp", "größe", "XL")))).isEqualTo(lamp);
    }

    @Test
    void passesOverOtherNamesWithAllThatIsInTheirValues() {
        Object[] deep = {1, map("sku", new Object[] {2}), Replies.set(3)};
        ReplyReader reader = array(new Object[] {"x", deep, "sku", "lamp", "skus", null, "left", 3, "le", 5}, "next");
        reader.enter("Outer", new String[] {"stock", "next"});
        assertThat(stockByName(reader.next("stock"))).isEqualTo(new Stock("lamp", 3, Optional.empty()));
        assertThat(reader.next("next").asString()).isEqualTo("next");
        reader.leave();
    }

    @Test
    void readsListsOfRecordsByName() {
        Object[] first = {"left", 1, "sku", "a"};
        Object[] second = {"sku", "b", "left", 2};
        assertThat(array(first, second, map("left", 3, "sku", "c")).asList(RecordRepliesTest::stockByName))
                .extracting(Stock::left)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void readsRecordsByNameWithinEachOther() {
        String[] names = {"of", "count"};
        ReplyReader reader =
                array("count", 2, "other", 0, "of", new Object[] {"left", 1, "of", map("sku", "x"), "sku", "y"});
        reader.enterByName("Outer", names);
        reader.next("of").enterByName("Stock", STOCK);
        assertThat(reader.next("sku").asString()).isEqualTo("y");
        assertThat(reader.next("left").asLong()).isOne();
        assertThat(reader.next("größe").asOptional(ReplyReader::asString)).isEmpty();
        reader.leave();
        assertThat(reader.next("count").asLong()).isEqualTo(2);
        reader.leave();
    }

    @Test
    void saysWhichNameIsMissing() {
        assertRefused(
                "expected an integer at [1].left, got nothing: none of the 2 names is left",
                () -> array((Object) new Object[] {"sku", "lamp", "size", "XL"})
                        .asList(RecordRepliesTest::stockByName));
        assertRefused(
                "expected a string at sku, got nothing: none of the 0 names is sku",
                () -> stockByName(reply(new Object[0])));
    }

    @Test
    void refusesWhatIsNotNamesAndValues() {
        assertRefused(
                "expected Stock, a map or an array of names and values, got an array of 3, an odd number",
                () -> stockByName(array("sku", "lamp", "left")));
        assertRefused("expected Stock, a map or an array of names and values, got nil", () -> stockByName(reply(null)));
        assertRefused("expected a name at [2].key, got an integer", () -> stockByName(array("sku", "lamp", 3, 4)));
        assertRefused(
                "expected another name at [3].key, got sku again",
                () -> stockByName(array("sku", "a", "left", 1, "sku", "b")));
        assertThatThrownBy(() -> stockByName(array(new IllegalStateException("ERR no"), 1)))
                .isInstanceOf(ScriptErrorException.class)
                .hasMessageContaining("no at [1].key of the reply");
    }

    @Test
    void choosesARecordByAnyFormOfItsCode() {
        assertThat(purchase(array("SoldOut"))).isEqualTo("SoldOut");
        assertThat(purchase(array("SOLD", 12, 3))).isEqualTo("Sold 12 3");
        assertThat(purchase(array("7", "noon"))).isEqualTo("Later noon");
        assertThat(purchase(array(7, "noon"))).isEqualTo("Later noon");
    }

    @Test
    void takesACodeAloneForARecordWithoutComponents() {
        assertThat(purchase(reply("SOLD_OUT"))).isEqualTo("SoldOut");
        assertThat(array("SOLD_OUT", new Object[] {"Sold", 1, 2}, "SoldOut").asList(RecordRepliesTest::purchase))
                .containsExactly("SoldOut", "Sold 1 2", "SoldOut");
        assertRefused("expected Purchase Sold, an array of 3, got its code alone", () -> purchase(reply("SOLD")));
        assertRefused("expected Purchase 7, an array of 2, got its code alone", () -> purchase(reply(7)));
    }

    @Test
    void namesTheAlternativesThatThereAre() {
        assertRefused(
                "expected Purchase, one of SoldOut, Sold, 7 at [1], got another string", () -> purchase(array("GONE")));
        assertRefused(
                "expected Purchase, one of SoldOut, Sold, 7 at [2][1], got another integer",
                () -> array("SoldOut", new Object[] {8, 1}).asList(RecordRepliesTest::purchase));
        assertRefused("expected Purchase, one of SoldOut, Sold, 7, got another string", () -> purchase(reply("")));
        assertRefused("expected Purchase, one of SoldOut, Sold, 7 at [1], got nil", () -> purchase(array(null, 1)));
        assertRefused(
                "expected Purchase, an array that begins with one of SoldOut, Sold, 7, got an array of 0",
                () -> purchase(reply(new Object[0])));
        assertRefused(
                "expected Purchase, an array that begins with one of SoldOut, Sold, 7, got a map of 1",
                () -> purchase(reply(map("Sold", 1))));
    }

    @Test
    void countsTheElementsOfTheChosenRecord() {
        assertRefused("expected Purchase Sold, an array of 3, got one of 4", () -> purchase(array("Sold", 1, 2, 3)));
        assertRefused(
                "expected Purchase SoldOut, an array of 1 at [2], got one of 2",
                () -> array("SoldOut", new Object[] {"SoldOut", 1}).asList(RecordRepliesTest::purchase));
        assertRefused(
                "expected an integer at left, got nothing: the array ended after 2 elements,"
                        + " as a Lua array does at its first nil",
                () -> purchase(array("Sold", 1)));
    }

    private static Stock stock(ReplyReader reply) {
        reply.enter("Stock", STOCK);
        return components(reply);
    }

    private static Stock stockByName(ReplyReader reply) {
        reply.enterByName("Stock", STOCK);
        return components(reply);
    }

    private static Stock components(ReplyReader reply) {
        Stock stock = new Stock(
                reply.next("sku").asString(),
                reply.next("left").asLong(),
                reply.next("größe").asOptional(ReplyReader::asString));
        reply.leave();
        return stock;
    }

    private static String purchase(ReplyReader reply) {
        String purchase = switch (reply.enterOneOf(PURCHASE)) {
            case 0 -> "SoldOut";
            case 1 ->
                "Sold " + reply.next("order").asLong() + " "
                        + reply.next("left").asLong();
            case 2 -> "Later " + reply.next("until").asString();
            default -> throw new IllegalStateException();
        };
        reply.leave();
        return purchase;
    }

    @Test
    void readsLongRecordsInsideLongLists() {
        List<Object[]> rows = java.util.stream.IntStream.range(0, 500)
                .mapToObj(i -> new Object[] {"left", i, "sku", "s" + i})
                .toList();
        assertThat(reply(rows).asList(RecordRepliesTest::stockByName))
                .hasSize(500)
                .last()
                .isEqualTo(new Stock("s499", 499, Optional.empty()));
    }
}
