package recruitment.local.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/** The JDK, the memory and the disk that the stack would have. */
final class Machine {

	private static final int MADE_FOR = 25;

	private static final long MEGABYTE = 1_000_000;

	/** All parts together take about 1,050 MB after a booking. */
	private static final long LEAST_MEMORY = 1_300 * MEGABYTE;

	/** And a build takes its share. */
	private static final long GOOD_MEMORY = 2_000 * MEGABYTE;

	/** What a first build fetches and makes is about 700 MB. */
	private static final long LEAST_DISK = 1_000 * MEGABYTE;

	private static final long GOOD_DISK = 3_000 * MEGABYTE;

	private Machine() {
	}

	static Finding jdk(Runtime.Version version, String home) {
		String sentence = "%s in %s".formatted(version, home);
		return (version.feature() == MADE_FOR) ? Finding.ok("JDK", sentence) : Finding.warn("JDK", sentence,
				"This is made for JDK 25. Install one; JAVA25_HOME=/its/folder names it.");
	}

	/**
	 * @param available bytes that programs could have now
	 * @param runs whether the stack has its share already
	 */
	static Finding memory(long available, boolean runs) {
		String sentence = megabytes(available) + " available" + (runs ? " while it runs" : "");
		String fix = "End what takes much (ps -eo rss,args --sort=-rss | head), or give the machine more.";
		if (runs || available >= GOOD_MEMORY) {
			return Finding.ok("memory", sentence);
		}
		return (available < LEAST_MEMORY)
				? Finding.wrong("memory",
						"%s, and everything together takes %s".formatted(sentence, megabytes(LEAST_MEMORY)), fix)
				: Finding.warn("memory", sentence + ": enough to run, tight for a build meanwhile", fix);
	}

	/**
	 * @param usable bytes that this user may still write there
	 */
	static Finding disk(Path data, long usable) {
		String sentence = "%s left for %s".formatted(megabytes(usable), data);
		String fix = "Make room, or put the data elsewhere: RECRUIT_DATA=/another/folder infra/recruit up";
		if (usable >= GOOD_DISK) {
			return Finding.ok("disk", sentence);
		}
		return (usable < LEAST_DISK)
				? Finding.wrong("disk", "%s: broker and store end when it is full".formatted(sentence), fix)
				: Finding.warn("disk", sentence, fix);
	}

	/**
	 * Caches that the system would give back count as available where it tells of them.
	 */
	static long availableMemory() throws IOException {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		Path meminfo = Path.of("/proc/meminfo");
		if (!Files.exists(meminfo)) {
			return system.getFreeMemorySize();
		}
		try (var lines = Files.lines(meminfo)) {
			long available = lines.filter((line) -> line.startsWith("MemAvailable:"))
				.map((line) -> line.replaceAll("\\D", ""))
				.mapToLong(Long::parseLong)
				.findFirst()
				.orElse(0) * 1024;
			// a container may have less than the machine
			return Math.min(available, system.getTotalMemorySize());
		}
	}

	private static String megabytes(long bytes) {
		return "%,d MB".formatted(bytes / MEGABYTE);
	}

}
