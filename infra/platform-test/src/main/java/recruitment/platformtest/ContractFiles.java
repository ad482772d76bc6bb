package recruitment.platformtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import recruitment.local.contract.Contracts;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What lies in {@code infra/contracts}, from the class path. */
final class ContractFiles {

	private static final String FOLDER = "/contracts/";

	private static final String RELEASED = "released/";

	private static final SortedMap<String, byte[]> files = read();

	private ContractFiles() {
	}

	/** As it is now. */
	static Contracts today() {
		return contracts("");
	}

	/** As it was when it was last released. */
	static Contracts released() {
		return contracts(RELEASED);
	}

	/** The samples by their path, {@code booking-service/samples/….json}. */
	static SortedMap<String, byte[]> samples() {
		return find((file) -> file.contains("/samples/"));
	}

	/** SHA-256 of each released sample by its path, as {@code sha256sum} writes them. */
	static Map<String, String> releasedSamples() {
		Map<String, String> hashes = new TreeMap<>();
		byte[] manifest = files.getOrDefault(RELEASED + "samples.sha256", new byte[0]);
		new String(manifest, StandardCharsets.UTF_8).lines()
			.map((line) -> line.split(" +", 2))
			.forEach((line) -> hashes.put(line[1], line[0]));
		return hashes;
	}

	private static Contracts contracts(String folder) {
		SortedMap<String, JsonNode> documents = new TreeMap<>();
		find((file) -> file.startsWith(folder) && Contracts.isDocument(file.substring(folder.length())))
			.forEach((file, content) -> documents.put(file.substring(folder.length()), Contracts.parse(content)));
		return new Contracts(documents);
	}

	private static SortedMap<String, byte[]> find(Predicate<String> wanted) {
		SortedMap<String, byte[]> found = new TreeMap<>(files);
		found.keySet().removeIf(wanted.negate());
		return found;
	}

	private static SortedMap<String, byte[]> read() {
		SortedMap<String, byte[]> files = new TreeMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:contracts/**/*.*")) {
				String path = file.getURL().toString();
				files.put(path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()), file.getContentAsByteArray());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

}
