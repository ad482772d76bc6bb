package recruitment.local.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import recruitment.local.Given;
import recruitment.local.LocalStack;
import recruitment.local.RunningProcess;
import recruitment.local.command.DataFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** Each planted fault is told with its fix. */
class ProcessesTests {

	@TempDir
	Path folder;

	private Path run;

	private LocalStack stack;

	@BeforeEach
	void lay() throws IOException {
		this.run = Files.createDirectories(this.folder.resolve("run"));
		this.stack = LocalStack.in(this.folder).freePorts().build();
	}

	@Test
	void nothingRunsAndNothingIsInTheWay() throws IOException {
		assertThat(findings()).contains("ok     stack        nothing of it runs", "ok     ports")
			.doesNotContain("warn", "wrong");
	}

	@Test
	void aTakenPortIsToldWithItsHolder() throws IOException {
		int port = this.stack.mail().smtpPort();
		try (ServerSocket holder = listen(port)) {
			assertThat(holder.isBound()).isTrue();
			assertThat(findings()).contains("wrong  ports        smtp needs port " + port,
					"process " + ProcessHandle.current().pid(), "infra/recruit up --port-offset 100");
		}
	}

	@Test
	void aForeignProcessOnThePortOfTheStore() throws IOException {
		try (ServerSocket web = listen(this.stack.store().ports().getFirst())) {
			answerAsAWebServer(web);
			assertThat(findings()).contains("wrong  store", "it does not speak MongoDB's protocol",
					"End that process, or move all ports");
		}
	}

	@Test
	void anotherStoreOnThePortOfTheStore() throws IOException {
		int port = this.stack.store().ports().getFirst();
		MongoServer other = new MongoServer(H2Backend.inMemory());
		other.bind("127.0.0.1", port);
		try {
			assertThat(findings()).contains("wrong  store", "another MongoDB server",
					"MONGODB_URI=mongodb://127.0.0.1:%d infra/recruit up".formatted(port));
		}
		finally {
			other.shutdownNow();
		}
	}

	@Test
	void whatIsGivenAsTheStoreAndIsNone() throws IOException {
		try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			answerAsAWebServer(web);
			assertThat(given("mongodb://sam:secret@127.0.0.1:" + web.getLocalPort() + "/?w=1"))
				.contains("wrong  store", "does not speak MongoDB's protocol", "leave MONGODB_URI away")
				.doesNotContain("secret");
		}
		assertThat(given("mongodb://127.0.0.1:1")).contains("nothing answers at 127.0.0.1:1");
	}

	@Test
	void whatAKilledLauncherLeftRunning() throws IOException {
		Process orphan = new ProcessBuilder("sleep", "600").start();
		try {
			RunningProcess.write(this.run.resolve("booking.pid"), orphan.toHandle());
			assertThat(findings()).contains("wrong  stack", "booking (process %d)".formatted(orphan.pid()),
					"End it: infra/recruit down");
		}
		finally {
			orphan.destroyForcibly();
		}
	}

	@Test
	void pidFilesWithoutProcesses() throws IOException {
		Files.writeString(this.run.resolve("up.process"), "1 1000000000000\n");
		Files.writeString(this.run.resolve("broker.pid"), "1 1000000000000\n");
		assertThat(findings()).contains("warn   stack", "broker.pid, up.process", "Forget them: infra/recruit down");
	}

	@Test
	void aLauncherThatLacksAPart() throws IOException {
		RunningProcess.write(this.run.resolve("up.process"), ProcessHandle.current());
		for (var part : this.stack.parts()) {
			RunningProcess.write(this.run.resolve(part.name() + ".pid"), ProcessHandle.current());
		}
		assertThat(findings()).contains("ok     stack        it runs, all of it");
		Files.delete(this.run.resolve("broker.pid"));
		assertThat(findings()).contains("wrong  stack        it runs, but without: broker",
				"infra/recruit start broker", "infra/recruit logs broker");
	}

	private String given(String uri) throws IOException {
		this.stack = LocalStack.in(this.folder).freePorts().given(Given.in(Map.of("MONGODB_URI", uri))).build();
		return findings();
	}

	private String findings() throws IOException {
		return new Processes(new DataFolder(this.folder), this.stack).findings()
			.stream()
			.map(Finding::text)
			.collect(Collectors.joining());
	}

	private static ServerSocket listen(int port) throws IOException {
		return new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
	}

	/** Until it is closed. */
	private static void answerAsAWebServer(ServerSocket server) {
		Thread.startVirtualThread(() -> {
			while (!server.isClosed()) {
				try (var caller = server.accept()) {
					caller.getOutputStream()
						.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				}
				catch (IOException ex) {
					// closed
				}
			}
		});
	}

}
