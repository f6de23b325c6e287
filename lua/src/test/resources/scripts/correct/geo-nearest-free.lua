-- The nearest driver who is free, with the distance, and takes him.
-- given: GEOADD {g}:drivers 13.40 52.52 d1 13.45 52.52 d2
-- given: SADD {g}:free d2
-- run: KEYS {g}:drivers {g}:free ARGV 13.40 52.52 10 => ["d2", *]
-- run: KEYS {g}:drivers {g}:free ARGV 13.40 52.52 10 => nil
local near = redis.call('GEOSEARCH', KEYS[1], 'FROMLONLAT', ARGV[1], ARGV[2],
    'BYRADIUS', ARGV[3], 'km', 'ASC', 'COUNT', 50, 'WITHDIST')
for _, candidate in ipairs(near) do
    local driver, distance = candidate[1], candidate[2]
    if redis.call('SREM', KEYS[2], driver) == 1 then
        return { driver, distance }
    end
end
return nil
