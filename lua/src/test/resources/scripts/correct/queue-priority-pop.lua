-- Pops from the first list that has anything; the lists are in the order of their priority.
-- given: RPUSH {p}:low x
-- given: RPUSH {p}:high y
-- run: KEYS {p}:high {p}:mid {p}:low => ["{p}:high", "y"]
-- run: KEYS {p}:high {p}:mid {p}:low => ["{p}:low", "x"]
-- run: KEYS {p}:high {p}:mid {p}:low => nil
for i = 1, #KEYS do
    local item = redis.call("lpop", KEYS[i])
    if item then
        return { KEYS[i], item }
    end
end
return false
