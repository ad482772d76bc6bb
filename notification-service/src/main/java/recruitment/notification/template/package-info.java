/** The words of the messages, in text and in HTML. */
@NullMarked
package recruitment.notification.template;

import org.jspecify.annotations.NullMarked;
