package recruitment.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitment.platformtest.Tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Another website does word for word what infra/contracts/website.md tells it; only the
 * address of the service is the one of this test.
 */
@Tag("long")
class WebsiteBrowserIT {

	private static final Path GUIDE = Path.of("../contracts/website.md");

	private static final Pattern HTML = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

	private static HttpServer website;

	private static World world;

	private static Playwright playwright;

	private static Browser browser;

	private static volatile String content = "";

	private BrowserContext context;

	private Page page;

	@BeforeAll
	static void start() throws IOException {
		Path chromium = Tool.require("chromium");
		website = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		website.createContext("/", (exchange) -> {
			byte[] body = content.getBytes(UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		website.start();
		world = World.started(Map.of("RECRUITMENT_WEB_ALLOWED_ORIGINS", address("localhost")));
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)
				.setArgs(
						List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")));
	}

	@AfterAll
	static void end() {
		if (playwright != null) {
			playwright.close();
		}
		if (world != null) {
			world.close();
		}
		if (website != null) {
			website.stop(0);
		}
	}

	@BeforeEach
	void open() {
		this.context = browser.newContext();
		this.page = this.context.newPage();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void theFormOfTheGuideBooksFromAnotherOrigin() throws IOException {
		visit("localhost", block(1));
		this.page.getByText("Book my place").click();
		says("Enter your full name");

		this.page.getByLabel("Full name").fill("Wen Website");
		this.page.getByLabel("E-mail address").fill("wen@nowhere");
		this.page.getByText("Book my place").click();
		says("Enter an e-mail address");

		this.page.getByLabel("E-mail address").fill("wen@example.org");
		world.stack().service("booking").kill();
		this.page.getByText("Book my place").click();
		says("The answer got lost. Please press the button again.");
		world.stack().service("booking").start();
		this.page.getByText("Book my place").click();
		says("Your place is booked. Your reference is ");
		await().untilAsserted(() -> assertThat(world.mailsTo("wen@example.org")).hasSize(1));

		visit("localhost", block(1));
		this.page.getByLabel("Full name").fill("Wen Website");
		this.page.getByLabel("E-mail address").fill("wen@example.org");
		this.page.getByText("Book my place").click();
		says("You hold a place at this evening already.");
	}

	@Test
	void aWebsiteThatIsNotNamedLearnsAndBooksNothing() throws IOException {
		visit("127.0.0.1", block(1));
		assertThat(this.page.evaluate("fetch('%s/api/evenings').then(() => 'read', () => 'refused')"
			.formatted(world.stack().service("booking").url()))).isEqualTo("refused");
	}

	@Test
	void theCardOfTheGuideStandsInAPageAndLeadsToTheEvening() throws IOException {
		String slug = world.sampleEvening("headquarters").path("slug").asString();
		visit("localhost", block(0).replace("SLUG", slug));
		FrameLocator card = this.page.frameLocator("iframe");
		assertThat(card.locator("h1").innerText()).contains("information evening");
		assertThat((Boolean) card.locator("html")
			.evaluate("e => e.scrollHeight <= innerHeight && e.scrollWidth <= innerWidth"))
			.as("the card fits its frame")
			.isTrue();
		this.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "card.png")));
		card.getByText("Book a place").click();
		this.page.waitForURL("**/evenings/" + slug);
		assertThat(this.page.url()).isEqualTo(world.stack().service("booking").url() + "/evenings/" + slug);
		assertThat(this.page.locator("h1").innerText()).contains("information evening");
	}

	private void visit(String host, String html) {
		content = html;
		this.page.navigate(address(host));
	}

	private void says(String text) {
		this.page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(text)).waitFor();
	}

	private static String address(String host) {
		return "http://%s:%d".formatted(host, website.getAddress().getPort());
	}

	/** A block of HTML of the guide, as it stands there. */
	private static String block(int number) throws IOException {
		Matcher blocks = HTML.matcher(Files.readString(GUIDE));
		for (int i = 0; i <= number; i++) {
			assertThat(blocks.find()).isTrue();
		}
		String html = blocks.group(1);
		assertThat(html).contains("http://localhost:8080");
		return html.replace("http://localhost:8080", world.stack().service("booking").url());
	}

}
