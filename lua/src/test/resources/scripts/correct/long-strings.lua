-- run: KEYS k => "a 'quoted' "text""
-- run: KEYS k => "a 'quoted' "text""
redis.call([[SET]], KEYS[1], [==[a 'quoted' "text"]==])
local get = redis.call
return get("GET", KEYS[1])
