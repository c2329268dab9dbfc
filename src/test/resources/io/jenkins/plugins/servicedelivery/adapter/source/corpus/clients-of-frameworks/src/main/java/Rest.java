import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class Rest {
    Object[] all(RestTemplate rest, DiscoveryClient discovery, UriComponentsBuilder builder) {
        String name = "inventory";
        return new Object[] {
            rest.getForObject("http://payments/{id}", String.class, 1),
            WebClient.builder().baseUrl("http://orders:8080").build(),
            discovery.getInstances("shipping"),
            WebClient.create("lb://order/x"),
            builder.host(name).path("/payments").build()
        };
    }
}
