/** Messages to people: what was booked, changed and cancelled, each told exactly once. */
@NullMarked
package recruitment.notification;

import org.jspecify.annotations.NullMarked;
