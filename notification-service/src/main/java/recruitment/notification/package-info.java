@NullMarked
package recruitment.notification;

import org.jspecify.annotations.NullMarked;
