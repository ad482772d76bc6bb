package recruitment.booking;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import recruitment.platform.security.SignedLinks;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The public journey with HTML alone. */
class PagesIT extends ServiceIT {

	@Autowired
	private SignedLinks links;

	@Test
	void somebodyFindsAnEveningBooksAndCancels() {
		UUID evening = evening(1);
		String slug = slug(evening);
		assertThat(page("/evenings")).contains("/evenings/" + slug);
		assertThat(page("/evenings/" + slug)).contains("Police Headquarters", "/evenings/" + slug + "/book");
		assertThat(page("/evenings/" + slug + "/book")).contains("name=\"email\"", "Information evening, ");

		Answer booked = submit("/evenings/" + slug + "/bookings",
				"key=" + key() + "&name=Sam+Sample&email=sam%40example.org");
		assertThat(booked.status()).isEqualTo(302);
		String address = path(booked);
		assertThat(page(address)).contains("Your place is booked", "Information evening")
			.doesNotContain("sam@example.org");
		assertThat(page("/evenings/" + slug)).contains("All places at this evening are taken");

		String id = address.replace("/bookings/", "");
		String link = "/bookings/cancel/" + this.links.sign("cancel-booking", id, this.clock.instant().plusSeconds(60));
		assertThat(page(link)).contains("Do you want to cancel your place?", "Information evening");
		assertThat(ledger(evening).free()).isZero();
		assertThat(page(path(submit(link, "")))).contains("This booking is cancelled");
		assertThat(ledger(evening).free()).isOne();
	}

	@Test
	void answersThatCannotBeTakenAreKeptAndNamed() {
		String slug = slug(evening(1));
		Answer again = submit("/evenings/" + slug + "/bookings", "key=" + key() + "&name=Sam+%3Cb%3E&email=a%40b");
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.body()).contains("There is a problem", "Sam &lt;b&gt;", "href=\"#email\"",
				"Error: Book a place");
	}

	@Test
	void whatIsNotThereIsAPageToo() {
		Answer unknown = send("GET", "/evenings/none", "", "Accept", "text/html");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.body()).contains("There is no such evening.");
	}

	private String page(String path) {
		Answer answer = send("GET", path, "", "Accept", "text/html");
		assertThat(answer.status()).isEqualTo(200);
		return answer.body();
	}

	private static String path(Answer redirect) {
		return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
	}

}
