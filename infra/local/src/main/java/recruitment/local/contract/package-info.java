/**
 * What the services say to each other and to everybody else, as infra/contracts tells.
 */
@NullMarked
package recruitment.local.contract;

import org.jspecify.annotations.NullMarked;
