/** What the tests of all services have in common: broker and store, contracts, rules. */
@NullMarked
package recruitment.platformtest;

import org.jspecify.annotations.NullMarked;
