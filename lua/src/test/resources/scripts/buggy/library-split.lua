-- expect: PG608
function string.split(text, separator)
  local parts = {}
  for part in text:gmatch('[^' .. separator .. ']+') do
    parts[#parts + 1] = part
  end
  return parts
end
return redis.call('DEL', KEYS[1])
