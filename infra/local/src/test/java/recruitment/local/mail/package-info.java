/** The mail catcher, over its sockets. */
@NullMarked
package recruitment.local.mail;

import org.jspecify.annotations.NullMarked;
