package recruitment.platformtest.sample.layers.controller;

class Evenings {

}
