package shop;

final class Hosts {
    static final String SCHEME = "http://";
    static final String PAYMENTS = SCHEME + "payments:8080";
    static final String ORDERS_HOST = "orders";
    static final String DEAD = "http://order:8080";
    static final String INVENTORY_VARIABLE = "INVENTORY_URL";
    static final String LOOP = Hosts.POOL + "x";
    static final String POOL = LOOP + "http://order:8080";
}
