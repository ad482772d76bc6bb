package recruitment.local.store;

import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import org.h2.mvstore.MVMap;

/**
 * An index whose entries are in the ascending order of its fields' values, so that it can
 * be read in stretches.
 */
interface OrderedIndex {

	/**
	 * Keys begin with the values of {@link #fields()}; each leads to the position of a
	 * document.
	 */
	MVMap<KeyValue, Object> entries();

	List<String> fields();

	/** Whether reading it from end to end finds every document. */
	boolean holdsEveryDocument();

	/**
	 * Whether reading it from end to end finds every document that has the first field.
	 */
	boolean holdsEveryDocumentWithTheField();

}
