class ClientTest {
    java.net.URI payments = java.net.URI.create("http://payments");
}
