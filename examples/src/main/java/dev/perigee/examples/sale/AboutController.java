package dev.perigee.examples.sale;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page says of the application itself: which Redis it uses, and the interface and script as they are. */
@RestController
final class AboutController {

    private final ObjectProvider<RedisServer> embedded;

    AboutController(ObjectProvider<RedisServer> embedded) {
        this.embedded = embedded;
    }

    @GetMapping("/api/about")
    About about() throws IOException {
        RedisServer server = embedded.getIfAvailable();
        return new About(
                StandingSale.SKU,
                server == null
                        ? "the Redis configured under spring.data.redis"
                        : "a Redis started for this demonstration, at " + server.host() + ":" + server.port(),
                text("dev/perigee/examples/sale/FlashSale.java"),
                text("scripts/sale/buy.lua"));
    }

    private static String text(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }

    record About(String sku, String redis, String declaration, String script) {}
}
