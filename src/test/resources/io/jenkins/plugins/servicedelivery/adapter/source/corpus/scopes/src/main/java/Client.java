import java.net.URI;

class Client {
    String payments() {
        String url = "http://payments:8080";
        return url + "/pay";
    }

    URI any(String url) {
        return URI.create(url);
    }

    Object each(java.util.List<String> list) {
        return list.stream().map(url -> URI.create(url)).toList();
    }

    Object pairs(java.util.Map<String, String> map) {
        map.forEach((name, url) -> URI.create(url));
        return map;
    }

    URI orders() {
        return URI.create(Orders.URL);
    }

    static class Orders {
        static final String URL = "http://orders:8080";
    }
}
