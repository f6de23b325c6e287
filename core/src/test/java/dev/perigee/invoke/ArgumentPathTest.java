package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentPathTest {

    private final ArgumentPath path = new ArgumentPath();

    @Test
    void namesTheParameter() {
        path.name("sku");
        assertThat(path).hasToString("sku");
        path.name("quantity");
        assertThat(path).hasToString("quantity");
    }

    @Test
    void namesElementsPartsAndComponents() {
        path.name("orders");
        path.element(2);
        path.enter();
        assertThat(path).hasToString("orders[2]");
        path.name("prices");
        path.part(3, ".value");
        path.enter();
        assertThat(path).hasToString("orders[2].prices[3].value");
        path.name("currency");
        assertThat(path).hasToString("orders[2].prices[3].value.currency");
    }

    @Test
    void forgetsWhatItLeaves() {
        path.name("orders");
        path.element(1);
        path.enter();
        path.name("sku");
        path.leave();
        assertThat(path).hasToString("orders");
        path.element(2);
        path.enter();
        assertThat(path).hasToString("orders[2]");
    }

    @Test
    void countsElementsOfElements() {
        path.name("rows");
        path.element(1);
        path.enter();
        path.element(2);
        assertThat(path).hasToString("rows[1][2]");
    }
}
