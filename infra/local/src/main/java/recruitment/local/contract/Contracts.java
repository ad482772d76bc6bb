package recruitment.local.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of {@code infra/contracts} as they are, or were, at one time: what each
 * service says (AsyncAPI) and the schemas that it refers to.
 */
public final class Contracts {

	private static final String ASYNC_API = "/asyncapi.yaml";

	private static final String SCHEMA = ".schema.json";

	private final SortedMap<String, JsonNode> documents;

	/**
	 * @param documents by their path, {@code booking-service/asyncapi.yaml}
	 */
	public Contracts(Map<String, JsonNode> documents) {
		this.documents = new TreeMap<>(documents);
	}

	/** Reads {@code infra/contracts}, or a folder like it. */
	public static Contracts in(Path folder) {
		SortedMap<String, JsonNode> documents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder, 2)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				String path = folder.relativize(file).toString();
				if (isDocument(path)) {
					documents.put(path, parse(Files.readAllBytes(file)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Contracts(documents);
	}

	/** Whether a file of that folder is one of the documents, by its path. */
	public static boolean isDocument(String file) {
		return (file.endsWith(SCHEMA) || file.endsWith(ASYNC_API)) && !file.startsWith("released/");
	}

	/** A document of YAML, or of JSON, which is YAML too. */
	public static JsonNode parse(byte[] document) {
		String text = new String(document, StandardCharsets.UTF_8);
		Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
		return JsonMapper.shared().valueToTree(read);
	}

	/** All documents by their path. */
	public SortedMap<String, JsonNode> documents() {
		return new TreeMap<>(this.documents);
	}

	/** The topics of all services, in the order of the services' names. */
	public List<Channel> channels() {
		return this.documents.keySet()
			.stream()
			.filter((file) -> file.endsWith(ASYNC_API))
			.flatMap((file) -> new AsyncApi(this, file).channels())
			.toList();
	}

	/**
	 * The document at a path.
	 * @throws IllegalArgumentException if there is none
	 */
	public Part document(String file) {
		JsonNode document = this.documents.get(file);
		if (document == null) {
			throw new IllegalArgumentException("There is no " + file + " in infra/contracts");
		}
		return new Part(file, document);
	}

	/**
	 * What a part stands for: itself, or what its {@code $ref} leads to, however far.
	 * @throws IllegalArgumentException if it leads nowhere
	 */
	public Part follow(Part part) {
		String reference = part.json().path("$ref").asString("");
		if (reference.isEmpty()) {
			return part;
		}
		URI target = URI.create(part.file()).resolve(reference);
		Part document = document(target.getPath());
		String pointer = (target.getFragment() != null) ? target.getFragment() : "";
		JsonNode found = document.json().at(pointer);
		if (found.isMissingNode()) {
			throw new IllegalArgumentException("%s refers to nothing: %s".formatted(part.file(), reference));
		}
		return follow(new Part(document.file(), found));
	}

	/**
	 * A piece of a document.
	 *
	 * @param file the document, to which the references in the piece relate
	 */
	public record Part(String file, JsonNode json) {

		/** What stands under a name in it; a missing node if nothing does. */
		public Part at(String name) {
			return new Part(this.file, this.json.path(name));
		}

	}

}
