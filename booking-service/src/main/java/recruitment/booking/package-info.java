@NullMarked
package recruitment.booking;

import org.jspecify.annotations.NullMarked;
