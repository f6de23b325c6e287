package dev.perigee.spring.sales.spring;

import dev.perigee.RedisScript;

@RedisScript("sales")
public interface FlashSale {

    long stock();
}
