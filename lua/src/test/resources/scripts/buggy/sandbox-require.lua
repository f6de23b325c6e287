-- expect: PG607
local cjson = require('cjson')
return cjson.encode({ ARGV[1] })
