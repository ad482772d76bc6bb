package recruitment.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortHolderTests {

	@TempDir
	Path data;

	@Test
	void aTakenPortIsToldWithItsHolderAndTheFix() throws IOException {
		Broker broker = LocalStack.in(this.data).freePorts().build().broker();
		int port = broker.ports().getFirst();
		try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			assertThat(taken.isBound()).isTrue();
			assertThatThrownBy(broker::start).isInstanceOf(StartFailure.class)
				.hasMessageContaining("broker needs port " + port)
				.hasMessageContaining("process " + ProcessHandle.current().pid())
				.hasMessageContaining("--port-offset");
		}
	}

	@Test
	void aFreePortHasNoHolder() {
		assertThat(PortHolder.find(Ports.free().of(1))).isEmpty();
	}

}
