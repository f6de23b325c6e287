-- Counts the attempts inside a JSON payload, and pushes it back.
-- given: RPUSH q '{"id":"a","attempts":1}'
-- run: KEYS q {q}:dead ARGV 3 => "a"
-- then: LLEN q => 1
-- run: KEYS q {q}:dead ARGV 3 => "a"
-- then: LLEN {q}:dead => 1
-- run: KEYS q {q}:dead ARGV 3 => nil
local raw = redis.call('LPOP', KEYS[1])
if raw == false then
  return nil
end
local job = cjson.decode(raw)
job.attempts = (job.attempts or 0) + 1
if job.attempts >= tonumber(ARGV[1]) then
  job['failed'] = true
  redis.call('RPUSH', KEYS[2], cjson.encode(job))
else
  redis.call('RPUSH', KEYS[1], cjson.encode(job))
end
return job.id
