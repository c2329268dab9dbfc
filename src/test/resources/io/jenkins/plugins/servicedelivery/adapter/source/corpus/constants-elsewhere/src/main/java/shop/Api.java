package shop;

class Api implements Paths {
    java.net.http.HttpRequest parcels() throws Exception {
        return java.net.http.HttpRequest.newBuilder()
                .uri(new java.net.URI(PARCELS))
                .build();
    }
}
