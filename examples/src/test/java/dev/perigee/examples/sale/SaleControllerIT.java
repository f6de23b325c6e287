package dev.perigee.examples.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.perigee.servers.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Over a Redis that is configured, and that goes away. */
@SpringBootTest
@AutoConfigureMockMvc
class SaleControllerIT {

    private static final RedisServer SERVER = RedisServer.start();

    private final MockMvcTester mvc;

    @Autowired
    SaleControllerIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @DynamicPropertySource
    static void configuredRedis(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.host", SERVER::host);
        properties.add("spring.data.redis.port", SERVER::port);
        properties.add("spring.data.redis.timeout", () -> "500ms");
    }

    @AfterAll
    static void closeServer() {
        SERVER.close();
    }

    @BeforeEach
    void openSale() {
        ask(PUT, "/api/sales/lamp", "{\"quantity\": 2}");
    }

    @Test
    void theConfiguredRedisIsUsedAndNoOtherStarted(@Autowired ApplicationContext context) {
        assertThat(context.getBeanNamesForType(RedisServer.class)).isEmpty();
        assertThat(SERVER.command("GET", "sale:{lamp}:stock")).isEqualTo("2");
        assertThat(mvc.get().uri("/api/about"))
                .bodyJson()
                .extractingPath("redis")
                .isEqualTo("the Redis configured under spring.data.redis");
    }

    @Test
    void aboutShowsTheInterfaceAndTheScriptAsTheyAre() {
        assertThat(mvc.get().uri("/api/about")).bodyJson().satisfies(about -> {
            about.assertThat().extractingPath("declaration").asString().contains("Purchase buy(String sku,");
            about.assertThat().extractingPath("script").asString().contains("local SOLD_OUT, SOLD, ALREADY_BOUGHT");
        });
    }

    @Test
    void sellsUntilThereIsNothingLeft() {
        answers(buy("a"), HttpStatus.OK, "{\"outcome\": \"SOLD\", \"remaining\": 1}");
        answers(buy("a"), HttpStatus.OK, "{\"outcome\": \"ALREADY_BOUGHT\", \"remaining\": 1}");
        answers(buy("b"), HttpStatus.OK, "{\"outcome\": \"SOLD\", \"remaining\": 0}");
        answers(buy("c"), HttpStatus.OK, "{\"outcome\": \"SOLD_OUT\", \"remaining\": 0}");
        answers(
                ask(GET, "/api/sales/lamp", ""),
                HttpStatus.OK,
                "{\"opening\": 2, \"remaining\": 0, \"sold\": 2, \"buyers\": 2}");
    }

    @Test
    void aStampedeIsCountedInRedisAfterwards() {
        answers(
                ask(POST, "/api/sales/lamp/stampede", "{\"buyers\": 300}"),
                HttpStatus.OK,
                "{\"buyers\": 300, \"sold\": 2, \"refused\": 298,"
                        + "\"after\": {\"opening\": 2, \"remaining\": 0, \"sold\": 2, \"buyers\": 2}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /api/sales/nothing           |                               | 404 | No sale of 'nothing' is open.
            POST | /api/sales/nothing/purchases | {"buyer": "a"}                | 404 | No sale of 'nothing' is open.
            POST | /api/sales/nothing/stampede  | {"buyers": 10}                | 404 | No sale of 'nothing' is open.
            POST | /api/sales/lamp/purchases    | {"buyer": " "}                | 400 | Say who buys: buyer is missing or blank.
            POST | /api/sales/lamp/purchases    | {}                            | 400 | Say who buys: buyer is missing or blank.
            POST | /api/sales/lamp/purchases    | {"buyer": "a", "quantity": 0} | 400 | quantity must be a number from 1 to 100000.
            POST | /api/sales/lamp/purchases    | nonsense                      | 400 | The body is not the JSON expected here.
            PUT  | /api/sales/lamp              | {"quantity": -1}              | 400 | quantity must be a number from 1 to 100000.
            PUT  | /api/sales/lamp              | {}                            | 400 | quantity must be a number from 1 to 100000.
            POST | /api/sales/lamp/stampede     | {"buyers": 10001}             | 400 | buyers must be a number from 1 to 10000.
            """)
    void badInputIsRefusedWithAReason(String method, String path, String body, int status, String detail) {
        assertThat(ask(HttpMethod.valueOf(method), path, body == null ? "" : body))
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo(detail);
    }

    @Test
    void anItemThatWouldBreakTheHashTagOfItsKeysIsRefused() {
        assertThat(mvc.get().uri("/api/sales/{sku}", "}x"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("detail")
                .asString()
                .contains("sku begins with '}'");
    }

    @Test
    void withoutRedisEverythingIsUnavailableUntilItIsBack() {
        SERVER.stop();
        try {
            awaitTheLossToBeNoticed();
            notDone(ask(GET, "/api/sales/lamp", ""));
            notDone(buy("a"));
            notDone(ask(POST, "/api/sales/lamp/stampede", "{\"buyers\": 2000}"));
        } finally {
            SERVER.restart();
        }
        await().untilAsserted(() ->
                assertThat(ask(PUT, "/api/sales/lamp", "{\"quantity\": 5}")).hasStatusOk());
        answers(buy("a"), HttpStatus.OK, "{\"outcome\": \"SOLD\", \"remaining\": 4}");
    }

    /** A call that is sent just before the loss shows may have been done, for all that the client knows. */
    private void awaitTheLossToBeNoticed() {
        await().until(() -> {
            MvcTestResult status = ask(GET, "/api/sales/lamp", "");
            assertThat(status).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return status.getResponse().getContentAsString().contains("Redis cannot be reached");
        });
    }

    private static void notDone(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).bodyJson().isLenientlyEqualTo("""
                {"title": "Redis cannot be reached", "detail": "Nothing was done, and it is safe to try again."}
                """);
    }

    private static void answers(MvcTestResult result, HttpStatus status, String json) {
        assertThat(result).hasStatus(status).bodyJson().isLenientlyEqualTo(json);
    }

    private MvcTestResult buy(String buyer) {
        return ask(POST, "/api/sales/lamp/purchases", "{\"buyer\": \"" + buyer + "\"}");
    }

    private MvcTestResult ask(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
