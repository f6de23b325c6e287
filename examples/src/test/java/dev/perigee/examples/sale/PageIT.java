package dev.perigee.examples.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import dev.perigee.servers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clicks through the page in a real browser; skipped where none is installed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PageIT {

    private static ChromeDriver driver;

    private final int port;
    private final FlashSale sale;
    private final WebDriverWait wait;

    @Autowired
    PageIT(@LocalServerPort int port, FlashSale sale) {
        this.port = port;
        this.sale = sale;
        this.wait = new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(50));
    }

    @BeforeAll
    static void startBrowser(@TempDir Path profile) {
        Optional<Browser> browser = Browser.installed();
        assumeTrue(
                browser.isPresent(), "no chromium and chromedriver on the PATH, so the page cannot be clicked through");
        driver = browser.orElseThrow().start(profile);
    }

    @AfterAll
    static void closeBrowser() {
        if (driver != null) {
            driver.quit();
        }
    }

    @BeforeEach
    void openPage() {
        sale.open(StandingSale.SKU, 100);
        complaints();
        driver.get("http://localhost:" + port + "/");
        reads("remaining", "100");
    }

    @Test
    void buysOnceAndOnlyOnce() {
        WebElement buyer = driver.findElement(By.id("buyer"));
        buyer.clear();
        buyer.sendKeys("luna", Keys.ENTER);
        reads("bought", "Sold. One moon lamp is yours.");
        reads("remaining", "99");
        reads("sold", "1");
        reads("buyers", "1 buyer");
        click("#buy button");
        reads("bought", "You have one already, and it is one per buyer.");
        reads("remaining", "99");
    }

    @Test
    void aStampedeSellsWhatThereIsAndNoMore() {
        click("#stampede");
        reads("audit", "Nothing was oversold: 100 sold + 0 left = 100 at the opening, counted in Redis.");
        reads("f-sold", "100");
        reads("f-refused", "1,900");
        assertThat(text("f-time")).matches("[\\d,]+ ms");
        assertThat(text("f-rate")).matches("[\\d,]+");
        reads("remaining", "0");
        click("#buy button");
        reads("bought", "Sold out. Open a new sale to go on.");
    }

    @Test
    void opensANewSale() {
        WebElement quantity = driver.findElement(By.id("quantity"));
        quantity.clear();
        quantity.sendKeys("2500");
        click("#open button");
        reads("opening", "2,500");
        reads("remaining", "2,500");
        click("#stampede");
        reads("audit", "Nothing was oversold: 2,000 sold + 500 left = 2,500 at the opening, counted in Redis.");
    }

    @Test
    void salesByOthersShowByThemselves() {
        sale.buy(StandingSale.SKU, "somebody else", 3);
        reads("remaining", "97");
    }

    @Test
    void showsTheInterfaceTheScriptAndWhichRedisItUses(@Autowired RedisServer server) {
        reads("redis", "a Redis started for this demonstration, at 127.0.0.1:" + server.port());
        assertThat(text("declaration")).contains("@Key(\"sale:{#sku}:stock\")");
        assertThat(text("script")).contains("redis.call('DECRBY', KEYS[1], quantity)");
    }

    @Test
    void saysThatRedisIsAwayAndGoesOnWhenItIsBack(@Autowired RedisServer server) {
        server.stop();
        try {
            wait.until(visibilityOfElementLocated(By.id("trouble")));
            until(textToBePresentInElementLocated(By.id("trouble"), "Redis cannot be reached."));
            click("#buy button");
            reads("bought", "Nothing was done, and it is safe to try again.");
        } finally {
            server.restart();
        }
        until(textToBePresentInElementLocated(By.id("trouble"), "No sale of 'moon-lamp' is open."));
        click("#open button");
        until(invisibilityOfElementLocated(By.id("trouble")));
        reads("remaining", "100");
    }

    @Test
    void theBrowserHasNothingToComplainOf() {
        assertThat(complaints()).isEmpty();
        assertThat(driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    /** What the browser logged since this was asked last. */
    private static List<LogEntry> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll();
    }

    private void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    private void reads(String id, String expected) {
        until(textToBe(By.id(id), expected));
    }

    private void until(ExpectedCondition<Boolean> condition) {
        assertThat(wait.until(condition)).isTrue();
    }

    private static String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }
}
