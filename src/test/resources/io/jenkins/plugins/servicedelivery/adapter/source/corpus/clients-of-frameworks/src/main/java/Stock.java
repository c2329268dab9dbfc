import org.springframework.cloud.openfeign.FeignClient;

@FeignClient(name = "payments", url = "http://inventory:8080")
interface Stock {}
