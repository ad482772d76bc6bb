/**
 * What the HTTP interfaces of the services have in common: words, pages of a list, who
 * may call.
 */
@NullMarked
package recruitment.platform.web;

import org.jspecify.annotations.NullMarked;
