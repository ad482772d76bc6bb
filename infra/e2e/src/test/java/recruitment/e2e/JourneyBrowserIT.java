package recruitment.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platformtest.Tool;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody books a place in a browser and cancels it by the link in the mail. */
@Tag("long")
class JourneyBrowserIT {

	private static final Path SCREENS = Path.of("target", "screens");

	private static final Pattern CANCEL_LINK = Pattern.compile("http://[^\\s\"]+/bookings/cancel/[^\\s\"]+");

	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static World world;

	private static Playwright playwright;

	private static Browser browser;

	@BeforeAll
	static void start() {
		Path chromium = Tool.require("chromium");
		world = World.started();
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(QUIET));
	}

	@AfterAll
	static void end() {
		if (playwright != null) {
			playwright.close();
		}
		if (world != null) {
			world.close();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aPlaceIsBookedAndCancelledWithAndWithoutJavaScript(boolean javaScript) {
		String email = "kim.%s@example.org".formatted(javaScript ? "script" : "plain");
		try (BrowserContext context = context(javaScript, 1000); Page page = context.newPage()) {
			page.navigate(world.stack().service("booking").url());
			page.getByText("Police Community Support Officer information evening").first().click();
			screen(page, "evening");
			page.getByText("Book a place").first().click();

			page.getByText("Book my place").click();
			assertThat(page.title()).startsWith("Error: ");
			assertThat(page.locator(".govuk-error-summary").innerText()).contains("There is a problem");

			page.getByLabel("Full name").fill("Kim <b>Nowak</b> – Ó Brien");
			page.getByLabel("E-mail address").fill("kim at example.org");
			page.getByText("Book my place").click();
			assertThat(page.getByLabel("Full name").inputValue()).isEqualTo("Kim <b>Nowak</b> – Ó Brien");
			screen(page, "form-with-a-problem");
			page.getByLabel("E-mail address").fill(email);
			page.getByText("Book my place").click();

			String confirmation = page.url();
			String reference = page.locator(".force-reference").innerText();
			assertThat(page.locator("h1").innerText()).isEqualTo("Your place is booked");
			screen(page, "booked");
			page.reload();
			assertThat(page.locator(".force-reference").innerText()).isEqualTo(reference);
			page.goBack();
			page.goForward();
			assertThat(page.url()).isEqualTo(confirmation);
			assertThat(page.locator(".force-reference").innerText()).isEqualTo(reference);

			JsonNode mail = await().atMost(Duration.ofSeconds(20))
				.until(() -> world.mailsTo(email), (mails) -> !mails.isEmpty())
				.getFirst();
			page.navigate(world.stack().mail().httpUrl());
			screen(page, "inbox");
			page.navigate(world.stack().mail().httpUrl() + "/messages/" + mail.path("id").asString());
			screen(page, "mail");
			Matcher link = CANCEL_LINK.matcher(mail.path("text").asString());
			assertThat(link.find()).isTrue();
			page.navigate(link.group());
			screen(page, "cancel");
			page.getByText("Cancel my place").click();
			assertThat(page.locator("h1").innerText()).isEqualTo("This booking is cancelled");
		}
	}

	@Test
	void sendingTheFormTwiceBooksOnceAndAFullEveningSaysSo() {
		try (BrowserContext context = context(false, 1000); Page page = context.newPage()) {
			String slug = world.sampleEvening("small").path("slug").asString();
			String evening = world.stack().service("booking").url() + "/evenings/" + slug;
			page.navigate(evening + "/book");
			page.getByLabel("Full name").fill("Twice Sender");
			page.getByLabel("E-mail address").fill("twice@example.org");
			page.getByText("Book my place").click();
			String confirmation = page.url();
			page.goBack();
			page.getByLabel("Full name").fill("Twice Sender");
			page.getByLabel("E-mail address").fill("twice@example.org");
			page.getByText("Book my place").click();
			assertThat(page.url()).isEqualTo(confirmation);

			for (int i = 0; i < 2; i++) {
				page.navigate(evening + "/book");
				page.getByLabel("Full name").fill("Filler " + i);
				page.getByLabel("E-mail address").fill("filler%d@example.org".formatted(i));
				page.getByText("Book my place").click();
			}
			page.navigate(evening + "/book");
			assertThat(page.url()).isEqualTo(evening);
			assertThat(page.locator("main").innerText()).contains("All places at this evening are taken");
			screen(page, "full");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/evenings", "/evenings/{slug}", "/evenings/{slug}/book" })
	void nothingIsCutOffOnANarrowScreen(String path) {
		try (BrowserContext context = context(true, 320); Page page = context.newPage()) {
			String slug = world.sampleEvening("headquarters").path("slug").asString();
			page.navigate(world.stack().service("booking").url() + path.replace("{slug}", slug));
			assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
		}
	}

	private static BrowserContext context(boolean javaScript, int width) {
		return browser
			.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript).setViewportSize(width, 900));
	}

	private static void screen(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
	}

}
