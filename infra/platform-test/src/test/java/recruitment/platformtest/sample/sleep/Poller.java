package recruitment.platformtest.sample.sleep;

class Poller {

	void await() throws InterruptedException {
		Thread.sleep(1000);
	}

}
