import java.net.URI;

class Client {
    URI a = URI.create(\u0022http://payme\uuu006ets\u0022);
    URI b = URI.create("\150ttp://orders");
    String c = "\\u0022http://inventory\\u0022 \" http://inventory \"";
    // \u000a URI d = URI.create("http://shipping");

    Object all() {
        return new Object[] {a, b, c};
    }
}
