package dev.perigee.spring.sales.spring;

import dev.perigee.RedisScript;
import org.springframework.context.annotation.Profile;

/** Holds a nested interface to find, and three types that are not beans. */
public final class Shop {

    private Shop() {}

    @RedisScript("baskets")
    public interface Baskets {

        long size();
    }

    @Profile("holidays")
    @RedisScript("vouchers")
    public interface Vouchers {

        long left();
    }

    @RedisScript("none")
    public abstract static class NotAnInterface {}

    public interface NotAnnotated extends Baskets {}
}
