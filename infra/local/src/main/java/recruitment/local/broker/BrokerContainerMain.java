package recruitment.local.broker;

import java.util.Arrays;

import recruitment.local.child.Program;

/**
 * Runs a broker by another program: {@code BrokerContainerMain <port> <command>}. Prints
 * {@code ready <port>} on standard output when clients are served.
 */
public final class BrokerContainerMain {

	private BrokerContainerMain() {
	}

	public static void main(String[] args) throws Exception {
		int port = Integer.parseInt(args[0]);
		Program.run(Arrays.asList(args).subList(1, args.length));
		BrokerMain.awaitAnswer(port);
		System.out.println("ready " + port);
		Thread.currentThread().join();
	}

}
