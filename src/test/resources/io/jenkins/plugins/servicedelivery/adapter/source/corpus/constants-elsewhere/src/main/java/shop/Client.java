package shop;

import static shop.Hosts.INVENTORY_VARIABLE;

import java.net.URI;

class Client {

    URI payments() {
        return URI.create(Hosts.PAYMENTS + "/pay");
    }

    URI orders() {
        return URI.create(Hosts.SCHEME + Hosts.ORDERS_HOST + "/orders");
    }

    String inventory(Settings settings) {
        return settings.read(shop.Hosts.INVENTORY_VARIABLE);
    }

    void log(System.Logger logger) {
        logger.log(System.Logger.Level.INFO, Hosts.DEAD);
    }
}
