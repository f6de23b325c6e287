package dev.perigee.examples.sale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The flash sale, to be started with {@code java -jar perigee-examples.jar}. */
@SpringBootApplication(proxyBeanMethods = false)
public class FlashSaleApplication {

    /** Starts the application; arguments are Spring Boot's, as {@code --server.port=8081}. */
    public static void main(String[] arguments) {
        SpringApplication.run(FlashSaleApplication.class, arguments);
    }
}
