package dev.perigee.lua.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "oder, order", // a letter left out
        "ordder, order", // one too many
        "ordar, order", // another one
        "ordre, order", // two exchanged
        "order, order",
        "sk, sku",
        "additem.lua, add-item.lua",
        "PG3O1, PG301"
    })
    void findsWhatWasProbablyMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, List.of("customer", "order", "sku", "add-item.lua", "PG301")))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"rdre, order", "quantity, order", "a, order", "id, sku", "'', sku"})
    void staysSilentWhereMoreThanAThirdDiffers(String typed, String candidate) {
        assertThat(Nearest.to(typed, List.of(candidate))).isEmpty();
    }

    @Test
    void takesTheNearestAndOfEquallyNearTheFirstByName() {
        assertThat(Nearest.to("stokc", List.of("stick", "stocks", "stock"))).contains("stock");
        assertThat(Nearest.to("cat", List.of("rat", "bat"))).contains("bat");
        assertThat(Nearest.to("cat", List.of())).isEmpty();
    }

    /** Of a name of two letters one may differ, although that is half of it: otherwise no short name was ever found. */
    @Test
    void letsOneLetterOfAShortNameDiffer() {
        assertThat(Nearest.to("ix", List.of("id"))).contains("id");
    }
}
