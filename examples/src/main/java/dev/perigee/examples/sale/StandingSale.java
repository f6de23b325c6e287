package dev.perigee.examples.sale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees to it that there is something to buy, and tells where. */
@Component
final class StandingSale implements ApplicationRunner {

    static final String SKU = "moon-lamp";
    static final int STOCK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(StandingSale.class);

    private final FlashSale sale;
    private int port;

    StandingSale(FlashSale sale) {
        this.sale = sale;
    }

    @EventListener
    void webServerStarted(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (sale.status(SKU).isEmpty()) {
            sale.open(SKU, STOCK);
        }
        if (port != 0) {
            LOG.info("Ready: open http://localhost:{}", port);
        }
    }
}
