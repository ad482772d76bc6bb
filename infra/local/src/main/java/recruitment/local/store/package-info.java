/**
 * The embedded store: mongo-java-server on a file, in a process of its own, made to
 * narrow by index and to lose nothing that it acknowledged. For trying things out and for
 * tests; figures measured on it are not those of a MongoDB.
 */
@NullMarked
package recruitment.local.store;

import org.jspecify.annotations.NullMarked;
