/** When and where an evening is, and the calendar entry that says so. */
@NullMarked
package recruitment.notification.calendar;

import org.jspecify.annotations.NullMarked;
