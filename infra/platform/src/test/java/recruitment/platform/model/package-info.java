/**
 * Small models of the protocols, tried out in every interleaving: they show that the
 * protocol is right, before any code of it runs.
 */
@NullMarked
package recruitment.platform.model;

import org.jspecify.annotations.NullMarked;
