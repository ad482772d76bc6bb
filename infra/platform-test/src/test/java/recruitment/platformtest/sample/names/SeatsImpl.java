package recruitment.platformtest.sample.names;

class SeatsImpl {

}
