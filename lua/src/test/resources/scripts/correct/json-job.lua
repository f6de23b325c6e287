-- Keeps a job as JSON with counts of its tries, and gives it back as JSON.
-- run: KEYS j:{1} ARGV {"tries":1,"name":"x"}
local job = cjson.decode(ARGV[1])
job.tries = (job.tries or 0) + 1
if job.tries > 5 then
    job.state = 'dead'
else
    job.state = 'waiting'
end
local text = cjson.encode(job)
redis.call('SET', KEYS[1], text)
return text
