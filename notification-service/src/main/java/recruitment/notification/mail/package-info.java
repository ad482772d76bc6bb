/**
 * The conversation with the mail provider: one recipient, one message, one definite
 * answer or the knowledge that there is none. See infra/docs/protocols.md, section 4.
 */
@NullMarked
package recruitment.notification.mail;

import org.jspecify.annotations.NullMarked;
