/**
 * An OpenID provider for one machine, with accounts that everybody knows: for trying
 * things out, in the profile {@code local} alone.
 */
@NullMarked
package recruitment.signin;

import org.jspecify.annotations.NullMarked;
