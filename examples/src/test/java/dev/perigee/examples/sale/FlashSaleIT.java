package dev.perigee.examples.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.examples.sale.FlashSale.Outcome;
import dev.perigee.examples.sale.FlashSale.Purchase;
import dev.perigee.examples.sale.FlashSale.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class FlashSaleIT {

    private static final int CALLS = 2_000;
    private static final int THREADS = 64;

    private final FlashSale sale;

    @Autowired
    FlashSaleIT(FlashSale sale) {
        this.sale = sale;
    }

    @Test
    void twoThousandBuyersAtOnceGetNoMoreThanThereIs() throws Exception {
        sale.open("lamp", 100);
        List<Purchase> purchases = atOnce(i -> () -> sale.buy("lamp", "u" + i, 1));
        assertThat(count(purchases, Outcome.SOLD)).isEqualTo(100);
        assertThat(count(purchases, Outcome.SOLD_OUT)).isEqualTo(CALLS - 100);
        assertThat(purchases.stream()
                        .filter(purchase -> purchase.outcome() == Outcome.SOLD)
                        .map(Purchase::remaining))
                .doesNotHaveDuplicates()
                .allMatch(remaining -> remaining >= 0 && remaining < 100);
        assertThat(sale.status("lamp")).hasValue(new Status(100, 0, 100, 100));
    }

    @Test
    void aBuyerWhoTriesTwoThousandTimesAtOnceGetsOne() throws Exception {
        sale.open("lamp", CALLS);
        List<Purchase> purchases = atOnce(i -> () -> sale.buy("lamp", "eager", 1));
        assertThat(count(purchases, Outcome.SOLD)).isEqualTo(1);
        assertThat(count(purchases, Outcome.ALREADY_BOUGHT)).isEqualTo(CALLS - 1);
        assertThat(sale.status("lamp")).hasValue(new Status(CALLS, CALLS - 1, 1, 1));
    }

    @Test
    void moreThanIsLeftIsNotSoldInPart() {
        sale.open("lamp", 3);
        assertThat(sale.buy("lamp", "a", 2)).isEqualTo(new Purchase(Outcome.SOLD, 1));
        assertThat(sale.buy("lamp", "b", 2)).isEqualTo(new Purchase(Outcome.SOLD_OUT, 1));
        assertThat(sale.buy("lamp", "b", 1)).isEqualTo(new Purchase(Outcome.SOLD, 0));
        assertThat(sale.status("lamp")).hasValue(new Status(3, 0, 3, 2));
    }

    @Test
    void openingAgainForgetsTheBuyers() {
        sale.open("lamp", 1);
        sale.buy("lamp", "a", 1);
        sale.open("lamp", 2);
        assertThat(sale.status("lamp")).hasValue(new Status(2, 2, 0, 0));
        assertThat(sale.buy("lamp", "a", 1)).isEqualTo(new Purchase(Outcome.SOLD, 1));
    }

    @Test
    void whereNoSaleIsOpenThereIsNoStatusAndBuyingIsAnErrorOfItsOwn() {
        assertThat(sale.status("nothing")).isEmpty();
        assertThatExceptionOfType(ScriptErrorException.class)
                .isThrownBy(() -> sale.buy("nothing", "a", 1))
                .satisfies(e -> assertThat(e.code()).isEqualTo("NOSALE"));
    }

    private static List<Purchase> atOnce(IntFunction<Callable<Purchase>> call)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Purchase>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(call.apply(i));
            }
            List<Purchase> purchases = new ArrayList<>();
            for (Future<Purchase> purchase : threads.invokeAll(calls)) {
                purchases.add(purchase.get());
            }
            return purchases;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long count(List<Purchase> purchases, Outcome outcome) {
        return purchases.stream()
                .filter(purchase -> purchase.outcome() == outcome)
                .count();
    }
}
