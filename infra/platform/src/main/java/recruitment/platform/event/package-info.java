/**
 * What events look like on the wire: CloudEvents 1.0 in binary mode, named by annotation,
 * never by class.
 */
@NullMarked
package recruitment.platform.event;

import org.jspecify.annotations.NullMarked;
