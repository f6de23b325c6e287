-- run: KEYS f:{1} ARGV 10
local function fib(n)
    if n < 2 then
        return n
    end
    return fib(n - 1) + fib(n - 2)
end
local value = fib(tonumber(ARGV[1]))
redis.call('SET', KEYS[1], value)
return value
