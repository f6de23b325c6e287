-- Moves cents between two balances.
-- given: HSET {a}:1 cents 500
-- given: HSET {a}:2 cents 10
-- run: KEYS {a}:1 {a}:2 ARGV 300 => [200, 310]
-- run: KEYS {a}:1 {a}:2 ARGV 300 => -INSUFFICIENT
-- run: KEYS {a}:1 {a}:2 ARGV -5 => -ERR
-- run: KEYS {a}:1 {a}:9 ARGV 5 => -NOACCOUNT
local amount = tonumber(ARGV[1])
if amount == nil or amount <= 0 then
  return redis.error_reply('ERR the amount must be a positive number')
end

local function balance(key)
  local cents = redis.call('HGET', key, 'cents')
  if not cents then
    return nil
  end
  return tonumber(cents)
end

local from = balance(KEYS[1])
local to = balance(KEYS[2])
if from == nil or to == nil then
  return redis.error_reply('NOACCOUNT ' .. (from and KEYS[2] or KEYS[1]))
end
if from < amount then
  return redis.error_reply('INSUFFICIENT balance is ' .. from)
end
return {
  redis.call('HINCRBY', KEYS[1], 'cents', -amount),
  redis.call('HINCRBY', KEYS[2], 'cents', amount),
}
