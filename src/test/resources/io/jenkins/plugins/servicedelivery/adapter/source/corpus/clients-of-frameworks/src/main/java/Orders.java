import org.springframework.cloud.openfeign.FeignClient;

@FeignClient("orders")
interface Orders {}
