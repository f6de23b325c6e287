package dev.perigee.spring.sales.autumn;

import dev.perigee.RedisScript;

@RedisScript("sales")
public interface FlashSale {

    long stock();
}
