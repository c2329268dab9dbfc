class Other {
    java.net.URI uri(Client client) {
        return java.net.URI.create(client.parcels);
    }
}
