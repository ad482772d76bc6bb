package recruitment.booking.evening;

import java.util.UUID;

/**
 * Told within this process: the bookings of an evening have something to take over, now
 * rather than with the next round of the reconciler.
 */
public record EveningAltered(UUID eveningId) {
}
