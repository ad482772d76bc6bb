/** Breaks the rule "storeless". */
@NullMarked
package recruitment.platformtest.sample.storeless;

import org.jspecify.annotations.NullMarked;
