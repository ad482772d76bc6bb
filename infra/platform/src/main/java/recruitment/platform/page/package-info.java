/**
 * Pages: GOV.UK Frontend, the force's name, and what the desks of staff share.
 */
@NullMarked
package recruitment.platform.page;

import org.jspecify.annotations.NullMarked;
