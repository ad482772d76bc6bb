package recruitment.booking.evening;

/** How far an evening has come. */
enum EveningStatus {

	/** Planned; nobody outside knows of it. */
	DRAFT,
	/** Told to the public, which can book. */
	PUBLISHED,
	/** Will not take place; final. */
	CANCELLED,
	/** Cancelled before anybody outside knew of it; final. */
	DISCARDED;

	boolean isPublic() {
		return this == PUBLISHED || this == CANCELLED;
	}

	boolean isFinal() {
		return this == CANCELLED || this == DISCARDED;
	}

}
