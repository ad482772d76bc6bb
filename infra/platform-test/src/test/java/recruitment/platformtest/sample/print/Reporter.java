package recruitment.platformtest.sample.print;

class Reporter {

	void report() {
		System.out.println("done");
	}

}
