--[[
  Moves a job from active to a finished set.

  Input:
    KEYS[1] active list
    KEYS[2] finished set
    KEYS[3] job hash
    KEYS[4] lock
    ARGV[1] job id
    ARGV[2] now
    ARGV[3] return value
    ARGV[4] token
  Output:
     0 done
    -1 no such job
    -2 not locked by this worker
    -3 not active
]]
-- run: KEYS {j}:active {j}:done {j}:1 {j}:1:lock ARGV 1 100 ok t => -1
-- given: HSET {j}:1 name x
-- run: KEYS {j}:active {j}:done {j}:1 {j}:1:lock ARGV 1 100 ok t => -2
-- given: SET {j}:1:lock t
-- run: KEYS {j}:active {j}:done {j}:1 {j}:1:lock ARGV 1 100 ok t => -3
-- given: RPUSH {j}:active 1
-- run: KEYS {j}:active {j}:done {j}:1 {j}:1:lock ARGV 1 100 ok t => 0
local rcall = redis.call
if rcall("EXISTS", KEYS[3]) ~= 1 then
  return -1
end
if rcall("GET", KEYS[4]) ~= ARGV[4] then
  return -2
end
local removed = rcall("LREM", KEYS[1], -1, ARGV[1])
if removed < 1 then
  return -3
end
rcall("DEL", KEYS[4])
rcall("ZADD", KEYS[2], ARGV[2], ARGV[1])
rcall("HSET", KEYS[3], "returnvalue", ARGV[3], "finishedOn", ARGV[2])
return 0
