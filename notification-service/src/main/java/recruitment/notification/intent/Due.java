package recruitment.notification.intent;

import java.util.UUID;

/**
 * An intent that somebody has to look at.
 *
 * @param booking that it is about; messages of one booking take turns
 */
record Due(String id, UUID booking) {
}
