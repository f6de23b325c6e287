-- note: PG704
-- run: KEYS p ARGV put 7 high => 1
-- run: KEYS p ARGV get => [7, "high"]
-- given: DEL p
-- run: KEYS p ARGV get => []
local op = ARGV[1]
if op == 'put' then
  local packed = cmsgpack.pack({ id = tonumber(ARGV[2]), level = ARGV[3] })
  return redis.call('RPUSH', KEYS[1], packed)
end
local raw = redis.call('LPOP', KEYS[1])
if not raw then
  return {}
end
local job = cmsgpack.unpack(raw)
return { job.id, job.level }
