/** What is told of the service while it runs, without the secrets it is asked with. */
@NullMarked
package recruitment.platform.observability;

import org.jspecify.annotations.NullMarked;
