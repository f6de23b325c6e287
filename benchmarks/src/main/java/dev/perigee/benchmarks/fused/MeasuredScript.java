package dev.perigee.benchmarks.fused;

import java.util.List;

/**
 * A script to measure. The keys of element {@code i} are {@code k0:i} and {@code k1:i}, the arguments are all 1, so that any
 * number of calls does the same work.
 *
 * @param keys how many keys a call has
 * @param arguments how many arguments a call has
 * @param integers how many integers its reply has
 */
record MeasuredScript(String name, String text, int keys, int arguments, int integers) {

    /** How many elements have keys of their own; then they begin again. */
    static final int ELEMENTS = 4096;

    /** A lock's release: two commands, of which the second never runs here. */
    private static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then
                return redis.call('DEL', KEYS[1])
            end
            return 0
            """;

    private static final String FLASH = """
            local stock = tonumber(redis.call('GET', KEYS[1]) or '1000000000')
            local bought = tonumber(redis.call('HGET', KEYS[2], 'bought') or '0')
            local quantity = tonumber(ARGV[1])
            if stock < quantity then
                return {1, stock}
            end
            redis.call('SET', KEYS[1], 1000000000)
            redis.call('HSET', KEYS[2], 'bought', bought + ARGV[2])
            return {0, stock - quantity}
            """;

    /** A limiter of two kilobytes, written the way such scripts are, with functions of its own. */
    private static final String LIMITER = """
            -- A limiter of two windows and a bucket. The tokens that a caller takes are refilled with time, and the short
            -- window keeps one that has saved many of them from spending these at once.
            local key = KEYS[1]
            local weight = tonumber(ARGV[1])
            local now = tonumber(ARGV[2])
            local capacity, rate = 1000000000, 1000
            local short_window, long_window = 10, 3600

            -- What is stored is one hash: tokens, the time of the last refill, and a count with its start for each window.
            local function stored()
                local values = redis.call('HMGET', key, 'tokens', 'refilled', 'short', 'short_start', 'long', 'long_start')
                for i = 1, #values do
                    values[i] = tonumber(values[i] or '') or 0
                end
                return values
            end

            -- A window that is over begins again now, with nothing counted.
            local function window(count, start, length)
                if now - start >= length then
                    return 0, now
                end
                return count, start
            end

            -- Never more than the bucket holds, and nothing for a clock that goes backwards.
            local function refill(tokens, refilled)
                local elapsed = math.max(0, now - refilled)
                return math.min(capacity, tokens + elapsed * rate)
            end

            local state = stored()
            local tokens = refill(state[1], state[2])
            local short, short_start = window(state[3], state[4], short_window)
            local long, long_start = window(state[5], state[6], long_window)

            -- The answer tells the caller which of the limits it has met, and how much is left of the bucket.
            local function answer(code)
                return {code, math.floor(tokens)}
            end

            if tokens < weight then
                tokens = capacity
            end
            tokens = tokens - weight
            redis.call('HSET', key,
                'tokens', tokens,
                'refilled', now,
                'short', short + weight,
                'short_start', short_start,
                'long', long + weight,
                'long_start', long_start)
            if short + weight > 1000000000 then
                return answer(2)
            elseif long + weight > 1000000000000 then
                return answer(3)
            end
            return answer(0)
            """;

    /** From the smallest that there is to one of two kilobytes. */
    static final List<MeasuredScript> ALL = List.of(
            new MeasuredScript("one", "return 1\n", 1, 0, 1),
            new MeasuredScript("incr", "return redis.call('INCRBY', KEYS[1], ARGV[1])\n", 1, 1, 1),
            new MeasuredScript("release", RELEASE, 1, 1, 1),
            new MeasuredScript("flash", FLASH, 2, 2, 2),
            new MeasuredScript("limiter", LIMITER, 1, 2, 2));
}
