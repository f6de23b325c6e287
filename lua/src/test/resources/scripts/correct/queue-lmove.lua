-- run: KEYS {q}:wait {q}:active => nil
-- given: LPUSH {q}:wait j1
-- run: KEYS {q}:wait {q}:active => "j1"
return redis.call('LMOVE', KEYS[1], KEYS[2], 'RIGHT', 'LEFT')
