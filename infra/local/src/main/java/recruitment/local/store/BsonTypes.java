package recruitment.local.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * What the maps of the file hold, each written as a BSON document and keys compared as
 * MongoDB compares values.
 */
final class BsonTypes {

	/** Every commit encodes hundreds of keys, most of them a few bytes long. */
	private static final ThreadLocal<ByteBuf> ENCODED = ThreadLocal.withInitial(Unpooled::buffer);

	private static final Comparator<Object> VALUES = ValueComparator.ascWithoutListHandling();

	/** A document; never a key. */
	static final BasicDataType<Document> DOCUMENT = new BsonType<>(Document[]::new, Function.identity(),
			Function.identity(), (a, b) -> {
				throw new UnsupportedOperationException("a document is no key");
			});

	/** Where a document is: the value of its {@code _id}. */
	static final BasicDataType<Object> VALUE = new BsonType<>(Object[]::new,
			(value) -> new Document("v", (value instanceof Missing) ? null : value),
			(wrapped) -> Missing.ofNullable(wrapped.get("v")), VALUES);

	/**
	 * The values of an index entry; a shorter key comes before the longer ones that begin
	 * with it.
	 */
	static final BasicDataType<KeyValue> INDEX_KEY = new BsonType<>(KeyValue[]::new,
			(key) -> new Document("v", key.stream().toList()),
			(wrapped) -> new KeyValue((Collection<?>) Objects.requireNonNull(wrapped.get("v"))),
			BsonTypes::compareKeys);

	private BsonTypes() {
	}

	private static int compareKeys(KeyValue a, KeyValue b) {
		for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
			int order = VALUES.compare(a.get(i), b.get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(a.size(), b.size());
	}

	private static final class BsonType<T> extends BasicDataType<T> {

		private final Function<Integer, T[]> storage;

		private final Function<T, Document> wrap;

		private final Function<Document, T> unwrap;

		private final Comparator<T> order;

		BsonType(Function<Integer, T[]> storage, Function<T, Document> wrap, Function<Document, T> unwrap,
				Comparator<T> order) {
			this.storage = storage;
			this.wrap = wrap;
			this.unwrap = unwrap;
			this.order = order;
		}

		@Override
		public int compare(T a, T b) {
			return this.order.compare(a, b);
		}

		/** In memory a document takes about four times its BSON. */
		@Override
		public int getMemory(T value) {
			return 4 * encode(value).readableBytes();
		}

		@Override
		public void write(WriteBuffer buffer, T value) {
			buffer.put(encode(value).nioBuffer());
		}

		@Override
		public T read(ByteBuffer buffer) {
			ByteBuf bytes = Unpooled.wrappedBuffer(buffer);
			Document document = BsonDecoder.decodeBson(bytes);
			buffer.position(buffer.position() + bytes.readerIndex());
			return this.unwrap.apply(document);
		}

		@Override
		public T[] createStorage(int size) {
			return this.storage.apply(size);
		}

		/** Good until this thread encodes the next. */
		private ByteBuf encode(T value) {
			ByteBuf bytes = ENCODED.get().clear();
			BsonEncoder.encodeDocument(this.wrap.apply(value), bytes);
			return bytes;
		}

	}

}
