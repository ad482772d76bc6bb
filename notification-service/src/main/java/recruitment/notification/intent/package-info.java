/**
 * Intents: that one person is to be told one thing, once. They are made from the news
 * about bookings and worked off by the sender. See infra/docs/protocols.md, section 4.
 */
@NullMarked
package recruitment.notification.intent;

import org.jspecify.annotations.NullMarked;
