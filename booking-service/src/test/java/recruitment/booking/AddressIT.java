package recruitment.booking;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an article or another website may link to and show. */
class AddressIT extends ServiceIT {

	@Test
	void anEveningKeepsItsAddressWhateverBecomesOfIt() {
		UUID evening = evening(3);
		String slug = slug(evening);
		Answer renamed = patch("/api/evenings/" + evening, "{\"slug\":\"another-name\"}");
		assertThat(renamed.status()).isEqualTo(400);
		assertThat(renamed.at("/errors/0/field")).isEqualTo("slug");
		assertThat(get("/evenings/another-name").status()).isEqualTo(404);

		patch("/api/evenings/" + evening, "{\"title\":\"Another title\"}");
		assertThat(get("/evenings/" + slug).body()).contains("Another title");
		post("/api/evenings/" + evening + "/cancel", "");
		assertThat(get("/evenings/" + slug).body()).contains("This evening is cancelled.");
		assertThat(post("/api/evenings", plan(slug, 3)).problem()).isEqualTo("slug-taken");
		this.clock.pass(Duration.ofDays(400));
		assertThat(get("/evenings/" + slug).status()).isEqualTo(200);
	}

	@Test
	void aCardStandsInPagesOfOthersAndDoesNothingThere() {
		String slug = slug(evening(30));
		Answer card = get("/embed/evenings/" + slug);
		assertThat(card.body()).contains("Information evening", "Police Headquarters",
				"target=\"_top\" href=\"/evenings/" + slug + "\"");
		assertThat(card.body()).doesNotContainIgnoringCase("<script").doesNotContain("<form", "style=");
		assertThat(card.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors *");
		assertThat(card.header("X-Frame-Options")).isEmpty();
		assertThat(card.header("Set-Cookie")).isEmpty();
		assertThat(card.header("Cache-Control")).contains("max-age=60");
		assertThat(get("/assets/card.css").status()).isEqualTo(200);
	}

	@Test
	void noOtherPageMayStandInPagesOfOthers() {
		UUID evening = evening(1);
		for (String page : new String[] { "/evenings", "/evenings/" + slug(evening),
				"/evenings/" + slug(evening) + "/book" }) {
			assertThat(get(page).header("Content-Security-Policy")).as(page).doesNotContain("frame-ancestors *");
		}
	}

	@Test
	void aCardSaysHowThingsStand() {
		UUID evening = evening(1);
		String card = "/embed/evenings/" + slug(evening);
		assertThat(get(card).body()).contains("Book a place");
		booked(evening, "Sam");
		assertThat(get(card).body()).contains("All places are taken.", "See other evenings")
			.doesNotContain("Book a place");
		post("/api/evenings/" + evening + "/cancel", "");
		assertThat(get(card).body()).contains("This evening is cancelled.").doesNotContain("Book a place");
		assertThat(get("/embed/evenings/unknown").status()).isEqualTo(404);
	}

}
