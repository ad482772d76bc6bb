package recruitment.booking.booking;

import java.util.List;

import org.jspecify.annotations.Nullable;
import recruitment.platform.privacy.Pii;

/**
 * Who has booked.
 *
 * @param key see {@link PersonKeys}
 */
record Person(String key, Pii name, Pii email, @Nullable Pii phone, List<Consent> consents) {
}
