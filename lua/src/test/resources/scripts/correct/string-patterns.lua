-- run: KEYS sp:{1} ARGV a=1,b=2
local pairs_of = {}
for name, value in string.gmatch(ARGV[1], '(%w+)=(%w+)') do
    redis.call('HSET', KEYS[1], name, value)
    pairs_of[#pairs_of + 1] = name:upper()
end
table.sort(pairs_of)
return table.concat(pairs_of, ',')
