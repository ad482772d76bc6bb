/** Every refusal is an RFC 9457 problem. */
@NullMarked
package recruitment.platform.error;

import org.jspecify.annotations.NullMarked;
