package recruitment.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import recruitment.local.Given;
import recruitment.local.LocalStack;
import recruitment.local.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GivenTests {

	private static final String URI = "mongodb://sam:secret=1@db1:27017,db2:27018/?tls=true";

	@TempDir
	Path folder;

	@Test
	void whatWasGivenIsRememberedForTheOtherVerbs() throws Exception {
		DataFolder data = new DataFolder(this.folder);
		data.keepGiven(Given.in(Map.of("KAFKA_BROKERS", "kafka:9092", "MONGODB_URI", URI, "PATH", "/bin")));

		LocalStack stack = new DataFolder(this.folder).stack().build();
		assertThat(stack.bootstrapServers()).isEqualTo("kafka:9092");
		assertThat(stack.storeUri()).isEqualTo(URI);
		assertThat(stack.parts()).extracting(Part::name)
			.containsExactly("smtp", "sign-in", "booking", "candidate", "notification");
		assertThat(Files.getPosixFilePermissions(this.folder.resolve("given")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void theNextUpForgetsWhatItIsNotGivenAgain() {
		DataFolder data = new DataFolder(this.folder);
		data.keepGiven(Given.in(Map.of("SMTP_HOST", "mail.example.org")));
		data.keepGiven(Given.in(Map.of("SMTP_HOST", " ", "SMTP_PORT", "25")));

		LocalStack stack = data.stack().build();
		assertThat(stack.given(stack.mail())).isEmpty();
	}

	@Test
	void peopleAreToldWhereItIsWithoutWhatIsSecret() {
		LocalStack stack = LocalStack.in(this.folder).given(Given.in(Map.of("MONGODB_URI", URI))).build();
		assertThat(stack.given(stack.store())).hasValue("mongodb://db1:27017,db2:27018");
	}

	@Test
	void whatIsGivenIsNotStoppedHere() {
		LocalStack stack = LocalStack.in(this.folder).given(Given.in(Map.of("KAFKA_BROKERS", "kafka:9092"))).build();
		assertThatThrownBy(() -> stack.part("broker")).hasMessageContaining("KAFKA_BROKERS gives kafka:9092");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			KAFKA_BROKERS, 127.0.0.1:1,        No broker answers at 127.0.0.1:1
			KAFKA_BROKERS, nowhere,            must name a host and a port
			SMTP_HOST,     127.0.0.1,          No mail server answers at 127.0.0.1:1
			MONGODB_URI,   nonsense,           no connection string
			RECRUIT_MONGOD, /etc/passwd,       is no program
			RECRUIT_CONTAINERS, false,         nothing that runs containers answers
			""")
	void whatDoesNotAnswerIsRefusedBeforeAnythingStarts(String variable, String value, String sentence) {
		Given given = Given.in(Map.of(variable, value, "SMTP_PORT", "1"));
		assertThatThrownBy(() -> GivenCheck.refuseUnusable(given)).isInstanceOf(Refusal.class)
			.hasMessageContaining(sentence);
	}

}
