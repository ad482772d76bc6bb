/** Personal data, which never reaches a log, metric, span or exception. */
@NullMarked
package recruitment.platform.privacy;

import org.jspecify.annotations.NullMarked;
