package dev.perigee.kotlin

import dev.perigee.Outcome
import dev.perigee.client.ScriptClient
import dev.perigee.error.ScriptErrorException
import dev.perigee.kotlin.Stock.Order
import dev.perigee.kotlin.Stock.Purchase
import dev.perigee.kotlin.Stock.Result
import dev.perigee.servers.RedisServer
import io.lettuce.core.RedisClient
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance

/** An interface written in Kotlin does on a real server what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockIT {

    private val server = RedisServer.start()
    private val redis = RedisClient.create(server.uri().toString())
    private val client = ScriptClient.connect(redis)
    private val stock = client.create(Stock::class.java)

    @AfterAll
    fun stop() {
        client.close()
        redis.shutdown(0, 0, TimeUnit.SECONDS)
        server.close()
    }

    @Test
    fun callsAFunction() {
        stock.put("lamp", 3)
        assertThat(stock.take("lamp", 2)).isEqualTo(Purchase(Result.SOLD, 1))
        assertThat(stock.takeOne("lamp")).isEqualTo(Purchase(Result.SOLD, 0))
        assertThat(stock.takeOne("lamp")).isEqualTo(Purchase(Result.SOLD_OUT, 0))
    }

    @Test
    fun passesAndReadsNull() {
        assertThat(stock.note("lamp", "fragile")).isEqualTo("fragile")
        assertThat(stock.note("lamp", null)).isNull()
    }

    @Test
    fun suspends(): Unit = runBlocking {
        stock.putSuspending("desk", 5)
        assertThat(stock.takeSuspending("desk", 2)).isEqualTo(Purchase(Result.SOLD, 3))
    }

    @Test
    fun throwsTheErrorOfTheScript() {
        redis.connect().use { it.sync().set("stock:{text}", "no number") }
        assertThatThrownBy { runBlocking { stock.slow("text", 1) } }.isInstanceOf(ScriptErrorException::class.java)
    }

    @Test
    fun manyCoroutinesShareAConnection(): Unit = runBlocking {
        stock.putSuspending("chair", 100)
        val sold = (1..150).map { async { stock.takeSuspending("chair", 1) } }.awaitAll()
        assertThat(sold.count { it.result == Result.SOLD }).isEqualTo(100)
    }

    @Test
    fun sendsEachElement(): Unit = runBlocking {
        stock.put("a", 1)
        val outcomes = stock.takeEach(listOf(Order("a"), Order("a"), Order("b")))
        assertThat(outcomes.map { (it as Outcome.Success).value.result })
            .containsExactly(Result.SOLD, Result.SOLD_OUT, Result.SOLD_OUT)
    }

    @Test
    fun isCancelledWhileItWaits(): Unit = runBlocking {
        val call = async(start = CoroutineStart.UNDISPATCHED) {
            withTimeout(1) { stock.slow("counter", 200_000) }
        }
        assertThatThrownBy { runBlocking { call.await() } }.isInstanceOf(TimeoutCancellationException::class.java)
    }
}
