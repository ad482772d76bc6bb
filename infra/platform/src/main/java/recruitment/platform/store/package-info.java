/**
 * The connection to MongoDB, and how ids and personal data are written there.
 */
@NullMarked
package recruitment.platform.store;

import org.jspecify.annotations.NullMarked;
