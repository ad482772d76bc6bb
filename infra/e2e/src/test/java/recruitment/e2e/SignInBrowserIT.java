package recruitment.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitment.platformtest.Tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Staff sign in to the desks with a browser, and out of them. */
@Tag("long")
class SignInBrowserIT {

	private static final Path SCREENS = Path.of("target", "screens");

	private static final Duration IDLE = Duration.ofSeconds(12);

	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static World world;

	private static Playwright playwright;

	private static Browser browser;

	private BrowserContext person;

	@BeforeAll
	static void start() {
		Path chromium = Tool.require("chromium");
		world = World.started(Map.of("RECRUITMENT_SECURITY_IDLE", IDLE.toSeconds() + "s"));
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

	@BeforeEach
	void open() {
		this.person = browser.newContext();
	}

	@AfterEach
	void close() {
		this.person.close();
	}

	@Test
	void aLinkToADeskSignsInAndComesBack() {
		Page page = this.person.newPage();
		page.navigate(desk("candidate", "/desk/candidates?page=0"));
		assertThat(page.url()).startsWith(world.stack().issuer() + "/login");
		signIn(page, "recruiter");
		assertThat(page.url()).startsWith(desk("candidate", "/desk/candidates?page=0"));
		assertThat(page.content()).contains("Candidates", "Recruiter");
		screen(page, "candidate-desk");
		assertThat(this.person.cookies()).filteredOn((cookie) -> cookie.name.endsWith("-service-session"))
			.singleElement()
			.satisfies((cookie) -> {
				assertThat(cookie.name).isEqualTo("candidate-service-session");
				assertThat(cookie.httpOnly).isTrue();
				assertThat(cookie.sameSite.name()).isEqualTo("LAX");
			});
	}

	@Test
	void eachDeskIsForItsRoleAlone() {
		Page page = this.person.newPage();
		page.navigate(desk("candidate", "/desk"));
		signIn(page, "events-desk");
		assertThat(page.content()).contains("You are signed in as Events Desk, with the role events-desk",
				"Sign out, and sign in with another account.");
		screen(page, "wrong-role");
		page.navigate(desk("booking", "/desk"));
		assertThat(page.url()).isEqualTo(desk("booking", "/desk/evenings"));
		assertThat(page.content()).contains("Places taken");
		screen(page, "events-desk");
	}

	@Test
	void whoSignsOutAtOneDeskIsSignedOutAtAll() {
		BrowserContext phone = browser.newContext();
		Page there = phone.newPage();
		there.navigate(desk("notification", "/desk"));
		signIn(there, "everything");
		Page page = this.person.newPage();
		page.navigate(desk("booking", "/desk"));
		signIn(page, "everything");
		page.navigate(desk("candidate", "/desk"));
		assertThat(page.url()).isEqualTo(desk("candidate", "/desk/candidates"));

		page.getByText("Sign out everywhere").click();

		assertThat(page.url()).startsWith(desk("candidate", "/signed-out"));
		assertThat(page.content()).contains("You are signed out");
		screen(page, "signed-out");
		for (String service : List.of("booking", "candidate")) {
			page.navigate(desk(service, "/desk"));
			assertThat(page.url()).startsWith(world.stack().issuer() + "/login");
		}
		there.navigate(desk("notification", "/desk/messages"));
		assertThat(there.url()).as("on another device the provider still knows the person, the desk does not")
			.startsWith(desk("notification", "/desk/messages"));
		phone.close();
	}

	@Test
	void whoIsAwayForTooLongSignsInAgain() {
		Page page = this.person.newPage();
		page.navigate(desk("booking", "/desk"));
		signIn(page, "events-desk");
		Cookie session = cookie("booking-service-session");
		this.person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("sign-in-session"));
		await().pollDelay(IDLE.plusSeconds(2)).atMost(IDLE.multipliedBy(3)).until(() -> true);
		page.navigate(desk("booking", "/desk"));
		assertThat(page.url()).startsWith(world.stack().issuer() + "/login");
		assertThat(cookie("booking-service-session").value).isNotEqualTo(session.value);
	}

	@Test
	void aSessionOutlivesARestartOfItsService() {
		Page page = this.person.newPage();
		page.navigate(desk("booking", "/desk"));
		signIn(page, "events-desk");
		this.person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("sign-in-session"));
		world.stack().service("booking").kill();
		world.stack().service("booking").start();
		page.navigate(desk("booking", "/desk"));
		assertThat(page.content()).contains("Places taken");
	}

	private Cookie cookie(String name) {
		return this.person.cookies().stream().filter((cookie) -> cookie.name.equals(name)).findFirst().orElseThrow();
	}

	private static String desk(String service, String path) {
		return world.stack().service(service).url() + path;
	}

	private static void signIn(Page page, String account) {
		page.getByPlaceholder("Username").fill(account);
		page.getByPlaceholder("Password").fill(account);
		page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).last().click();
	}

	private static void screen(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
	}

}
