/**
 * Keeps the database and {@code candidate-state} equal: each repairs what the other has
 * lost.
 */
@NullMarked
package recruitment.candidate.repair;

import org.jspecify.annotations.NullMarked;
