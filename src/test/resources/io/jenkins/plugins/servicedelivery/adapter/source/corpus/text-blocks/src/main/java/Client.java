import java.net.URI;

class Client {
    String help = """
            To call orders use "http://orders:8080" or
            URI.create("http://orders:8080");""";
    URI payments = URI.create("""
            http://payments:8080/pay""");

    String json() {
        return """
                {"next": "http://inventory:8080", "quote": \"""}""" + help + payments;
    }
}
