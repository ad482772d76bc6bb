/** Tests of events and their topics. */
@NullMarked
package recruitment.platform.event;

import org.jspecify.annotations.NullMarked;
