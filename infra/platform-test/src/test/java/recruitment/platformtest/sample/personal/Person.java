package recruitment.platformtest.sample.personal;

import recruitment.platform.privacy.Pii;

record Person(Pii name) {

	@Override
	public String toString() {
		return "Person " + this.name.value();
	}

}
