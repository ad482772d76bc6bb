package recruitment.booking.booking;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import recruitment.platform.privacy.Pii;

/**
 * What somebody typed into the form, kept as it was typed.
 *
 * @param key made with the form, so that sending it twice books once
 * @param opened when the form was made, signed
 * @param homepage a field that people do not see, and leave empty
 * @param recruitmentUpdates absent when the box is not ticked
 */
record BookingForm(@Nullable String key, @Nullable String opened, @Nullable String homepage, @Nullable Pii name,
		@Nullable Pii email, @Nullable Pii phone, @Nullable String heardFrom, @Nullable Pii adjustments,
		@Nullable Boolean recruitmentUpdates) {

	static BookingForm empty() {
		return new BookingForm(null, null, null, null, null, null, null, null, null);
	}

	BookingRequest request() {
		Pii nothing = new Pii("");
		return new BookingRequest((this.name != null) ? this.name : nothing,
				(this.email != null) ? this.email : nothing, this.phone, this.heardFrom, this.adjustments,
				this.recruitmentUpdates);
	}

	/** A sentence for each field that will not do, in the order of the form. */
	Map<String, String> errors(Validator validator) {
		Map<String, String> found = new LinkedHashMap<>();
		for (ConstraintViolation<BookingRequest> violation : validator.validate(request())) {
			found.putIfAbsent(violation.getPropertyPath().toString(), violation.getMessage());
		}
		Map<String, String> ordered = new LinkedHashMap<>();
		for (var component : BookingRequest.class.getRecordComponents()) {
			String message = found.get(component.getName());
			if (message != null) {
				ordered.put(component.getName(), message);
			}
		}
		return ordered;
	}

}
