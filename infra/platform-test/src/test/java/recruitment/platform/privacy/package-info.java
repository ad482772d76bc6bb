/** Stands in for the platform, which is built after this module. */
@NullMarked
package recruitment.platform.privacy;

import org.jspecify.annotations.NullMarked;
