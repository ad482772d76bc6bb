@NullMarked
package recruitment.local.doctor;

import org.jspecify.annotations.NullMarked;
