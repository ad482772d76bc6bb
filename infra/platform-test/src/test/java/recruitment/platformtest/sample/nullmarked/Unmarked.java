package recruitment.platformtest.sample.nullmarked;

class Unmarked {

}
