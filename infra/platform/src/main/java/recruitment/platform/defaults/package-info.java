/** What would stand in the application.yml of every service. */
@NullMarked
package recruitment.platform.defaults;

import org.jspecify.annotations.NullMarked;
