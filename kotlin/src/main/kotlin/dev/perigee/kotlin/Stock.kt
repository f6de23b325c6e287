package dev.perigee.kotlin

import dev.perigee.Each
import dev.perigee.Key
import dev.perigee.Outcome
import dev.perigee.RedisScript

/** What a Kotlin project declares: nullable types, lists, default methods, suspend functions. */
@RedisScript("scripts/stock")
interface Stock {

    @Key("stock:{#sku}")
    fun put(sku: String, quantity: Int)

    @Key("stock:{#sku}")
    @RedisScript("take.lua")
    fun take(sku: String, quantity: Int): Purchase

    @Key("stock:{#sku}")
    @RedisScript("take.lua")
    suspend fun takeSuspending(sku: String, quantity: Int): Purchase

    @Key("stock:{#sku}")
    @RedisScript("put.lua")
    suspend fun putSuspending(sku: String, quantity: Int)

    @Key("stock:{#sku}")
    suspend fun slow(sku: String, loops: Int): Long

    @Key("stock:{#sku}:note")
    fun note(sku: String, text: String?): String?

    @Key("stock:{#orders.sku}")
    @RedisScript("take-one.lua")
    suspend fun takeEach(@Each orders: List<Order>): List<Outcome<Purchase>>

    /** Not bound to a script. */
    fun takeOne(sku: String): Purchase = take(sku, 1)

    enum class Result { SOLD_OUT, SOLD }

    data class Purchase(val result: Result, val remaining: Long)

    data class Order(val sku: String)
}
