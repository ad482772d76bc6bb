package recruitment.platformtest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import recruitment.local.contract.Channel;
import recruitment.local.contract.Channel.Consumer;
import recruitment.local.contract.Channel.Message;
import recruitment.local.contract.Contracts;
import recruitment.platformtest.ContractFields.Field;
import tools.jackson.databind.JsonNode;

/**
 * What somebody who relies on released contracts would lose by newer ones. A type of
 * event may gain fields that need not be there; anything else is a type of its own,
 * beside the old one.
 */
final class ContractEvolution {

	private final Contracts released;

	private final Contracts today;

	private final List<String> breaks = new ArrayList<>();

	private ContractEvolution(Contracts released, Contracts today) {
		this.released = released;
		this.today = today;
	}

	/** A sentence for each thing that breaks, with who is hurt by it. */
	static List<String> breaks(Contracts released, Contracts today) {
		ContractEvolution evolution = new ContractEvolution(released, today);
		released.channels().forEach(evolution::compare);
		return List.copyOf(evolution.breaks);
	}

	private void compare(Channel before) {
		Optional<Channel> now = this.today.channels()
			.stream()
			.filter((channel) -> channel.topic().equals(before.topic()))
			.findFirst();
		if (now.isEmpty()) {
			add("the topic %s is gone".formatted(before.topic()), names(before.consumers(), (consumer) -> true),
					"Keep it, and write a new one beside it.");
			return;
		}
		compareTopics(before, now.get());
		for (Message message : before.messages()) {
			if (now.get().message(message.type()).isPresent()) {
				compareFields(message, new Readers(before, now.get(), message.type()));
			}
			else {
				String elsewhere = this.today.channels()
					.stream()
					.filter((channel) -> channel.message(message.type()).isPresent())
					.map(Channel::topic)
					.collect(Collectors.joining(" and "));
				add("%s is no longer told on %s%s".formatted(message.type(), before.topic(),
						elsewhere.isEmpty() ? "" : ", but on " + elsewhere),
						names(before.consumers(), (consumer) -> consumer.reads().containsKey(message.type())),
						"Go on telling it there.");
			}
		}
	}

	private void compareTopics(Channel before, Channel now) {
		Stream
			.of(new Fact("owner", before.owner(), now.owner()), new Fact("key", before.key(), now.key()),
					new Fact("number of partitions", before.partitions(), now.partitions()),
					new Fact("retention", kept(before), kept(now)))
			.filter((fact) -> !fact.before().equals(fact.now()))
			.forEach((fact) -> add(
					"the %s of %s was %s and is %s".formatted(fact.name(), before.topic(), fact.before(), fact.now()),
					names(before.consumers(), (consumer) -> true), "Write a new topic beside it."));
	}

	private static String kept(Channel channel) {
		return (channel.kept() != null) ? channel.kept().toDays() + " days" : "for ever, the newest of each key";
	}

	private void compareFields(Message message, Readers readers) {
		SortedMap<String, Field> before = ContractFields.of(this.released, message.schema());
		SortedMap<String, Field> now = ContractFields.of(this.today, message.schema());
		String remedy = "Say it in a new type, %s, beside this one.".formatted(next(message.type()));
		before.forEach((path, field) -> {
			Field kept = now.get(path);
			String broken = (kept != null) ? broken(field, kept)
					: isTop(path, now) ? gone(path, field, before, now) : "";
			if (!broken.isEmpty()) {
				add("%s of %s %s".formatted(path, message.type(), broken), readers.of(path), remedy);
			}
		});
		now.forEach((path, field) -> {
			if (field.required() && !before.containsKey(path) && before.containsKey(parent(path))) {
				add("%s of %s is new and required, and events that were told before are without it".formatted(path,
						message.type()), readers.of(parent(path)), "Let it be optional.");
			}
		});
	}

	private static String broken(Field before, Field now) {
		if (now.required() && !before.required()) {
			return "is required now, and events that were told before may be without it";
		}
		if (!now.required() && before.required()) {
			return "need not be there any more";
		}
		Set<String> keywords = new LinkedHashSet<>(before.rules().propertyNames());
		keywords.addAll(now.rules().propertyNames());
		for (String keyword : keywords) {
			JsonNode was = before.rules().path(keyword);
			JsonNode is = now.rules().path(keyword);
			if (!was.equals(is)) {
				if (keyword.equals("enum") && was.isArray() && is.isArray()) {
					return brokenValues(was, is, before.grows());
				}
				return "has another %s: it was %s and is %s".formatted(keyword, told(was), told(is));
			}
		}
		return "";
	}

	private static String brokenValues(JsonNode was, JsonNode is, boolean grows) {
		List<JsonNode> lost = was.valueStream().filter((value) -> !is.valueStream().anyMatch(value::equals)).toList();
		List<JsonNode> gained = is.valueStream().filter((value) -> !was.valueStream().anyMatch(value::equals)).toList();
		if (!lost.isEmpty()) {
			return "can no longer be %s, and events that were told before are".formatted(told(lost));
		}
		return (grows || gained.isEmpty()) ? ""
				: "can be %s, and nobody was told by x-grows that values may come".formatted(told(gained));
	}

	private static String told(Object json) {
		return (json instanceof JsonNode node && node.isMissingNode()) ? "none" : json.toString();
	}

	/** What became of a field: perhaps it has another name. */
	private static String gone(String path, Field field, SortedMap<String, Field> before,
			SortedMap<String, Field> now) {
		return now.entrySet()
			.stream()
			.filter((candidate) -> !before.containsKey(candidate.getKey())
					&& parent(candidate.getKey()).equals(parent(path))
					&& candidate.getValue().rules().equals(field.rules()))
			.findFirst()
			.map((candidate) -> "is gone, renamed to " + candidate.getKey())
			.orElse("is gone");
	}

	/** What lies in a field that is gone is not told of too. */
	private static boolean isTop(String path, SortedMap<String, Field> now) {
		return now.containsKey(parent(path));
	}

	private static String parent(String path) {
		return path.endsWith("[]") ? path.substring(0, path.length() - 2)
				: path.substring(0, Math.max(0, path.lastIndexOf('/')));
	}

	/** {@code ….v2} for {@code ….v1}. */
	private static String next(String type) {
		int version = type.lastIndexOf(".v") + 2;
		return type.substring(0, version) + (Integer.parseInt(type.substring(version)) + 1);
	}

	private static String names(List<Consumer> consumers, Predicate<Consumer> hurt) {
		return consumers.stream()
			.filter(hurt)
			.map(Consumer::name)
			.distinct()
			.sorted()
			.collect(Collectors.joining(" and "));
	}

	private void add(String what, String hurt, String remedy) {
		String who = hurt.isEmpty() ? "whom nobody named, for it was promised to all" : hurt;
		String sentence = "This breaks %s: %s. %s".formatted(who, what, remedy);
		if (!this.breaks.contains(sentence)) {
			this.breaks.add(sentence);
		}
	}

	private record Fact(String name, Object before, Object now) {
	}

	/** Who relies on a type, then or now. */
	private record Readers(Channel before, Channel now, String type) {

		String of(String path) {
			List<Consumer> all = Stream.of(this.before, this.now)
				.flatMap((channel) -> channel.consumers().stream())
				.toList();
			return names(all, (consumer) -> consumer.reads(this.type, path));
		}

	}

}
