package warehouse;

import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.util.List;

@RedisScript("warehouse")
public interface Warehouse {

    @Key("stock:{#region}:available")
    @Key("stock:{#region}:reserved")
    Result reserve(String region, String sku, int quantity);

    @Key("stock:{#region}:available")
    @Key("stock:{#region}:reserved")
    @Key("stock:{#region}:log")
    void release(String region, String sku, int quantity, String reason);

    @Key("stock:{#region}:#from")
    @Key("stock:{#region}:#to")
    long move(String region, String from, String to, String sku, int quantity);

    @ReadOnly
    @Key("stock:{#region}:available")
    List<Long> levels(String region, String firstSku, String secondSku);

    enum Result {
        RESERVED,
        UNKNOWN,
        INSUFFICIENT
    }
}
