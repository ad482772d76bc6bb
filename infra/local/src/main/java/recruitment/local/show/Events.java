package recruitment.local.show;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import recruitment.local.contract.Channel;
import recruitment.local.contract.Channel.Consumer;
import recruitment.local.contract.Channel.Message;
import recruitment.local.contract.Contracts;

/** All events: where each is told, by whom, and who hears it; from infra/contracts. */
public final class Events {

	private final List<Channel> channels;

	/**
	 * @param folder infra/contracts
	 */
	public Events(Path folder) {
		this.channels = Contracts.in(folder).channels();
	}

	/** A table for a terminal. */
	public String text() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("TYPE", "TOPIC", "OWNER", "CONSUMERS"));
		for (Channel channel : this.channels) {
			for (Message message : channel.messages()) {
				rows.add(List.of(message.type(), channel.topic(), channel.owner(), consumers(channel, message)));
			}
		}
		int[] widths = IntStream.range(0, 4)
			.map((column) -> rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toArray();
		return rows.stream()
			.map((row) -> IntStream.range(0, 4)
				.mapToObj((column) -> pad(row.get(column), widths[column]))
				.collect(Collectors.joining("  "))
				.strip())
			.collect(Collectors.joining("\n", "", "\n"));
	}

	/** The page {@code infra/docs/events.md}. */
	public String markdown() {
		StringBuilder page = new StringBuilder("""
				# Events

				Written by `infra/recruit events --markdown > infra/docs/events.md` from
				[infra/contracts](../contracts/README.md), where the promises stand.

				## Topics

				""");
		row(page, "topic", "key", "partitions", "kept", "owner", "what is told");
		row(page, "---", "---", "---", "---", "---", "---");
		for (Channel channel : this.channels) {
			row(page, "`%s`".formatted(channel.topic()), channel.key(), String.valueOf(channel.partitions()),
					kept(channel.kept()), channel.owner(), channel.description());
		}
		page.append("\n## Types\n\n");
		row(page, "type", "what happened", "topic", "consumers");
		row(page, "---", "---", "---", "---");
		for (Channel channel : this.channels) {
			for (Message message : channel.messages()) {
				row(page, "[`%s`](../contracts/%s)".formatted(message.type(), message.schema()), message.title(),
						"`%s`".formatted(channel.topic()), consumers(channel, message));
			}
		}
		page.append("\n## Consumers and what they read\n\n");
		row(page, "consumer", "topic", "what for", "fields");
		row(page, "---", "---", "---", "---");
		for (Channel channel : this.channels) {
			for (Consumer consumer : channel.consumers()) {
				row(page, consumer.name(), "`%s`".formatted(channel.topic()), consumer.why(), fields(consumer));
			}
		}
		return page.toString();
	}

	private static String consumers(Channel channel, Message message) {
		return channel.consumers()
			.stream()
			.filter((consumer) -> consumer.reads().containsKey(message.type()))
			.map(Consumer::name)
			.collect(Collectors.joining(", "));
	}

	private static String fields(Consumer consumer) {
		return consumer.reads()
			.values()
			.stream()
			.flatMap(List::stream)
			.distinct()
			.map("`%s`"::formatted)
			.collect(Collectors.joining(" "));
	}

	private static String kept(@Nullable Duration kept) {
		return (kept != null) ? kept.toDays() + " days" : "the newest of each key";
	}

	private static void row(StringBuilder page, String... cells) {
		page.append(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
	}

	private static String pad(String text, int width) {
		return text + " ".repeat(width - text.length());
	}

}
