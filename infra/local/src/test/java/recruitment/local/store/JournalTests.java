package recruitment.local.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTests {

	private static final int ENTRIES = 5_000;

	@TempDir
	Path data;

	private MVStore store;

	private Journal journal;

	private MVMap<Integer, String> map;

	@BeforeEach
	void open() {
		this.store = StoreMain.open(this.data.resolve("store.mv"));
		this.store.setRetentionTime(0);
		this.journal = new Journal(this.store);
		this.map = this.store.openMap("entries");
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void aReadEndsAsItBeganThoughEverythingIsChangedAndCompactedMeanwhile() {
		changeAll("before");
		List<String> found = this.journal.read(() -> {
			List<String> values = new ArrayList<>();
			Cursor<Integer, String> cursor = this.map.cursor(null);
			while (cursor.hasNext()) {
				cursor.next();
				values.add(cursor.getValue());
				if (values.size() % (ENTRIES / 10) == 0) {
					changeAll("after");
					this.journal.compact();
				}
			}
			return values;
		});
		assertThat(found).isEqualTo(Collections.nCopies(ENTRIES, "before"));
	}

	@Test
	void whatNoReadUsesIsOverwritten() throws Exception {
		changeAll("before");
		long once = Files.size(this.data.resolve("store.mv"));
		for (int i = 0; i < 30; i++) {
			changeAll("change " + i);
			this.journal.compact();
		}
		assertThat(Files.size(this.data.resolve("store.mv"))).isLessThan(4 * once);
	}

	private void changeAll(String value) {
		for (int i = 0; i < ENTRIES; i++) {
			int key = i;
			this.journal.apply(() -> this.map.put(key, value));
		}
		this.journal.awaitDurable();
	}

}
