class Client {
    static java.net.URI orders() { return java.net.URI.create("http://orders"); }
}
