package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real Chromium without a screen, on the pages of one server. Nothing that it shows may come
/// from another host, and nothing may be written to its console.
public final class Browser implements AutoCloseable {
    private static final List<Path> CHROMIUM = List.of(Path.of("/usr/bin/chromium"));
    private static final List<Path> DRIVER = List.of(Path.of("/usr/bin/chromedriver"));
    private static final Path SCREENS = Path.of("target/screens");
    private static final int MOST_PIXELS = 6000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PROFILES = Path.of("target/chromium");

    private final ChromeDriver driver;
    private final String origin;

    private Browser(int port) throws IOException {
        this.origin = "http://localhost:" + port;
        Files.createDirectories(PROFILES);
        Path profile = Files.createTempDirectory(PROFILES, "profile").toAbsolutePath();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(first(CHROMIUM).orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(first(DRIVER).orElseThrow().toFile())
                        .usingAnyFreePort()
                        .build();
        this.driver = new ChromeDriver(service, options);
        wide();
    }

    /// Whether there is one on this machine: the condition of every test that needs it.
    public static boolean isInstalled() {
        return first(CHROMIUM).isPresent() && first(DRIVER).isPresent();
    }

    /// @param port of the server on this machine
    public static Browser on(int port) throws IOException {
        return new Browser(port);
    }

    private static Optional<Path> first(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }

    public ChromeDriver driver() {
        return driver;
    }

    /// @param path with its query string
    public Browser go(String path) {
        driver.get(origin + path);
        return this;
    }

    /// Path and query string of what is shown.
    public String address() {
        return driver.getCurrentUrl().substring(origin.length());
    }

    public Browser wide() {
        return size(1280, 900);
    }

    public Browser narrow() {
        return size(360, 740);
    }

    /// Of the part of the window that shows the page, in CSS pixels.
    public Browser size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /// Shows pages as to somebody who likes them dark.
    public Browser dark(boolean isDark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        isDark ? "dark" : "light"))));
        return this;
    }

    /// Shows pages as they are printed.
    public Browser paper(boolean isPaper) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("media", isPaper ? "print" : ""));
        return this;
    }

    /// Waits until it is there and can be seen.
    public WebElement wait(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    /// Waits until it is gone or cannot be seen.
    public Browser waitGone(String css) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(css)));
        return this;
    }

    /// Waits until the address matches.
    public Browser waitAddress(String regex) {
        new WebDriverWait(driver, PATIENCE).until(it -> address().matches(regex));
        return this;
    }

    /// Waits until its text matches.
    public Browser waitText(String css, String regex) {
        new WebDriverWait(driver, PATIENCE).until(it -> text(css).matches(regex));
        return this;
    }

    public Browser click(String css) {
        wait(css).click();
        return this;
    }

    /// Clicks the link with this text.
    public Browser follow(String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.elementToBeClickable(By.linkText(text)))
                .click();
        return this;
    }

    public Browser type(String css, CharSequence... keys) {
        wait(css).sendKeys(keys);
        return this;
    }

    /// Presses keys where the focus is.
    public Browser press(Keys... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    public String text(String css) {
        return wait(css).getText();
    }

    public List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
    }

    public int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    public @Nullable Object script(String script) {
        return driver.executeScript(script);
    }

    /// Asserts that nothing was written to the console and nothing asked of another host since
    /// the last time, that nothing stands out of the page sideways, and that axe finds nothing
    /// serious in what is shown.
    public Browser check() {
        assertEquals(List.of(), complaints(), address());
        assertEquals(List.of(), foreign(), address());
        assertEquals(List.of(), barriers(), address());
        return this;
    }

    private List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    private List<String> foreign() {
        List<String> foreign = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonObject message = JSON.parse(entry.getMessage()).get("message").getAsObject();
            if (message.get("method").getAsString().value().equals("Network.requestWillBeSent")) {
                String url =
                        message.get("params")
                                .getAsObject()
                                .get("request")
                                .getAsObject()
                                .get("url")
                                .getAsString()
                                .value();
                boolean isOurs =
                        url.startsWith(origin + "/")
                                || Set.of("data", "blob", "about", "chrome")
                                        .contains(URI.create(url.split("[,#]", 2)[0]).getScheme());
                if (!isOurs) {
                    foreign.add(url);
                }
            }
        }
        return foreign;
    }

    private List<String> barriers() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(Browser::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + rule.getNodes().stream().limit(5).map(node -> "\n  " + node.getHtml()).toList();
    }

    /// What makes the page wider than the window.
    private List<String> standingOut() {
        Object found =
                driver.executeScript(
                        """
                        const width = document.documentElement.clientWidth + 1;
                        if (document.documentElement.scrollWidth <= width) return [];
                        return [...document.querySelectorAll("body *")]
                            .filter(it => it.getBoundingClientRect().right > width)
                            .filter(it => !it.closest(".scroll, svg"))
                            .map(it => it.outerHTML.slice(0, 200));
                        """);
        return found instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// Two pictures of the whole page, of a wide and of a narrow window.
    ///
    /// @param name of the files in `target/screens`, without size and ending
    public Browser shot(String name) throws IOException {
        Files.createDirectories(SCREENS);
        wide();
        save(SCREENS.resolve(name + "-1280.png"));
        narrow();
        save(SCREENS.resolve(name + "-360.png"));
        assertEquals(List.of(), standingOut(), "wider than a narrow window: " + address());
        wide();
        return this;
    }

    private void save(Path file) throws IOException {
        Object height = driver.executeScript("return document.documentElement.scrollHeight");
        Object width = driver.executeScript("return document.documentElement.clientWidth");
        Map<String, Object> shot =
                driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of(
                                        "x",
                                        0,
                                        "y",
                                        0,
                                        "width",
                                        number(width),
                                        "height",
                                        Math.min(number(height), MOST_PIXELS),
                                        "scale",
                                        1)));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
