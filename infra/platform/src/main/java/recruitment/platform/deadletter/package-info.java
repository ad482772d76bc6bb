/**
 * Where records go that a consumer cannot handle, without losing one.
 */
@NullMarked
package recruitment.platform.deadletter;

import org.jspecify.annotations.NullMarked;
