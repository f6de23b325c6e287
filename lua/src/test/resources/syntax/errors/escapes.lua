local a = '\256'
local b = '\999 and \300'
local fine = '\x41\z\255'
