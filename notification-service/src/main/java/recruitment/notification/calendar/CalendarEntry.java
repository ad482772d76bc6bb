package recruitment.notification.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A booking as an entry of a calendar (RFC 5545), sent by e-mail (RFC 5546, 6047). The
 * UID is the booking id for ever. SEQUENCE follows the evening's revision and never a
 * clock, so that an entry that arrives late does not undo a newer one.
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 * @param text the iCalendar file
 */
public record CalendarEntry(String method, String text) {

	private static final TimeZoneRegistry ZONES = TimeZoneRegistryFactory.getInstance().createRegistry();

	/**
	 * Puts the evening into the calendar, or moves it there.
	 * @param decided when the event that it follows from was decided
	 */
	public static CalendarEntry request(UUID booking, String reference, Evening evening, String organizer,
			String attendee, Instant decided) {
		VEvent event = event(booking, evening, organizer, attendee, decided);
		event.add(new Sequence(evening.revision()));
		event.add(ImmutableStatus.VEVENT_CONFIRMED);
		event.add(new Description("Your booking reference is " + reference + "."));
		return of("REQUEST", event, evening);
	}

	/**
	 * Takes it out again. No request may follow, because a calendar would ignore it or
	 * bring the entry back.
	 */
	public static CalendarEntry cancel(UUID booking, Evening evening, String organizer, String attendee,
			Instant decided) {
		VEvent event = event(booking, evening, organizer, attendee, decided);
		event.add(new Sequence(evening.revision() + 1));
		event.add(ImmutableStatus.VEVENT_CANCELLED);
		return of("CANCEL", event, evening);
	}

	private static VEvent event(UUID booking, Evening evening, String organizer, String attendee, Instant decided) {
		VEvent event = new VEvent(false);
		event.add(new Uid(booking.toString()));
		event.add(new DtStamp(decided));
		event.add(new DtStart<>(evening.startsAt()));
		event.add(new DtEnd<>(evening.endsAt()));
		event.add(new Summary(evening.title()));
		event.add(new Location(evening.venue().oneLine()));
		event.add(new Organizer(mailto(organizer)));
		Attendee person = new Attendee(mailto(attendee));
		person.add(Role.REQ_PARTICIPANT);
		person.add(PartStat.ACCEPTED);
		person.add(Rsvp.FALSE);
		event.add(person);
		event.add(ImmutableTransp.OPAQUE);
		return event;
	}

	private static CalendarEntry of(String method, VEvent event, Evening evening) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Recruitment//Information evenings//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add("CANCEL".equals(method) ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
		calendar.add(zone(evening));
		calendar.add(event);
		StringWriter text = new StringWriter();
		try {
			new CalendarOutputter(false).output(calendar, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new CalendarEntry(method, text.toString());
	}

	/**
	 * The rules of the evening's zone that still hold; the whole history since 1847 would
	 * be most of the mail.
	 */
	private static VTimeZone zone(Evening evening) {
		TimeZone known = Objects.requireNonNull(ZONES.getTimeZone(evening.zone().getId()), "no such zone");
		VTimeZone whole = known.getVTimeZone();
		VTimeZone zone = new VTimeZone();
		zone.add(new TzId(evening.zone().getId()));
		Observance atTheStart = whole.getApplicableObservance(evening.startsAt());
		for (Observance observance : whole.getObservances()) {
			if (Objects.equals(observance, atTheStart) || goesOn(observance)) {
				zone.add(observance);
			}
		}
		return zone;
	}

	private static boolean goesOn(Observance observance) {
		Optional<RRule<Temporal>> rule = observance.getProperty(Property.RRULE);
		return rule.isPresent() && rule.get().getRecur().getUntil() == null;
	}

	private static URI mailto(String address) {
		try {
			return new URI("mailto", address, null);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("no e-mail address that a URI can hold", null);
		}
	}

}
