package dev.perigee.examples.sale;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.examples.sale.FlashSale.Purchase;
import dev.perigee.examples.sale.FlashSale.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sales over HTTP. What goes wrong becomes a problem document in {@link Problems}. */
@RestController
@RequestMapping("/api/sales/{sku}")
final class SaleController {

    static final int MOST_PIECES = 100_000;
    static final int MOST_BUYERS = 10_000;

    private static final String NO_SALE = "NOSALE";

    private final FlashSale sale;
    private final Stampede stampede;

    SaleController(FlashSale sale, Stampede stampede) {
        this.sale = sale;
        this.stampede = stampede;
    }

    @GetMapping
    Status status(@PathVariable String sku) {
        return sale.status(sku).orElseThrow(() -> new NoSaleException(sku));
    }

    @PutMapping
    Status open(@PathVariable String sku, @RequestBody Opening opening) {
        sale.open(sku, within("quantity", opening.quantity, MOST_PIECES));
        return status(sku);
    }

    @PostMapping("/purchases")
    Purchase buy(@PathVariable String sku, @RequestBody Order order) {
        String buyer = order.buyer;
        if (buyer == null || buyer.isBlank()) {
            throw new BadInputException("Say who buys: buyer is missing or blank.");
        }
        int quantity = within("quantity", order.quantity == null ? Integer.valueOf(1) : order.quantity, MOST_PIECES);
        try {
            return sale.buy(sku, buyer, quantity);
        } catch (ScriptErrorException e) {
            throw e.code().equals(NO_SALE) ? new NoSaleException(sku) : e;
        }
    }

    @PostMapping("/stampede")
    Stampede.Result stampede(@PathVariable String sku, @RequestBody Crowd crowd) throws InterruptedException {
        int buyers = within("buyers", crowd.buyers, MOST_BUYERS);
        status(sku);
        return stampede.run(sku, buyers);
    }

    private static int within(String name, @Nullable Integer value, int most) {
        if (value == null || value < 1 || value > most) {
            throw new BadInputException(name + " must be a number from 1 to " + most + ".");
        }
        return value;
    }

    record Opening(@Nullable Integer quantity) {}

    record Order(@Nullable String buyer, @Nullable Integer quantity) {}

    record Crowd(@Nullable Integer buyers) {}
}
