package recruitment.local.store;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import recruitment.local.child.ChildJvm;

import static org.assertj.core.api.Assertions.assertThat;

/** The founding of a replica set, with a server that plays one from then on. */
class MongodMainIT {

	@Test
	void aServerWithoutASetFoundsOneOfItself() {
		Member member = new Member(null);
		assertThat(become(member)).isEqualTo(member.host());
		assertThat(member.config.get()).containsEntry("_id", "rs0");
	}

	@Test
	void aSetWhosePortHasMovedFollowsIt() {
		Member member = new Member("127.0.0.1:1");
		assertThat(become(member)).isEqualTo(member.host());
		assertThat(member.config.get()).containsEntry("version", 4);
	}

	private static String become(Member member) {
		try (var main = new ChildJvm(MongodMain.class, member.port(), "sleep", "60")) {
			assertThat(main.ready()).containsExactly(member.port());
			main.stop();
			return hostIn(member.config.get());
		}
		finally {
			member.server.shutdownNow();
		}
	}

	private static String hostIn(Document config) {
		List<?> members = (List<?>) Objects.requireNonNull(config.get("members"));
		return (String) Objects.requireNonNull(((Document) members.getFirst()).get("host"));
	}

	/** Takes writes as soon as its set knows it by its own address. */
	private static final class Member extends MemoryBackend {

		private final AtomicReference<Document> config = new AtomicReference<>();

		private final MongoServer server = new MongoServer(this);

		private final InetSocketAddress address;

		Member(@Nullable String knownAs) {
			this.address = this.server.bind();
			if (knownAs != null) {
				Document member = new Document("_id", 0).append("host", knownAs);
				this.config.set(new Document("_id", "rs0").append("version", 3).append("members", List.of(member)));
			}
		}

		String port() {
			return String.valueOf(this.address.getPort());
		}

		String host() {
			return "127.0.0.1:" + port();
		}

		@Override
		public Document handleCommand(Channel channel, String database, String command, Document query) {
			return switch (command) {
				case "replSetGetConfig" -> {
					if (this.config.get() == null) {
						throw new MongoServerError(94, "NotYetInitialized", "no replset config has been received");
					}
					yield new Document("config", this.config.get()).append("ok", 1.0);
				}
				case "replSetInitiate", "replSetReconfig" -> {
					this.config.set((Document) Objects.requireNonNull(query.get(command)));
					yield new Document("ok", 1.0);
				}
				case "hello" -> new Document("isWritablePrimary",
						this.config.get() != null && hostIn(this.config.get()).equals(host()))
					.append("maxWireVersion", 21)
					.append("minWireVersion", 0)
					.append("ok", 1.0);
				default -> super.handleCommand(channel, database, command, query);
			};
		}

	}

}
