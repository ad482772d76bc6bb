package recruitment.platformtest.sample.exposed;

public class Evening {

}
