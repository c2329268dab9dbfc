import org.springframework.cloud.openfeign.FeignClient;

@FeignClient(name = "payments", path = "/orders")
interface Payments {}
