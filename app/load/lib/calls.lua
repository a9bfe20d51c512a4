-- wrk -s calls.lua BASE -- BODY [DELAY [TOKEN]]: posts JSON to /v1/images, {n} in the body another word in each call, and prints one line of JSON.
-- DELAY is how many milliseconds each connection waits before a call.
local LETTERS = "abcdefghijklmnopqrstuvwxyz"

local threads = {}
local body, pause, headers
local number = 0

made, refused, bad, why = 0, 0, 0, ""

function setup(thread)
  threads[#threads + 1] = thread
end

function init(arguments)
  body = arguments[1]
  pause = tonumber(arguments[2] or "0")
  headers = { ["Content-Type"] = "application/json" }
  if arguments[3] then
    headers["Authorization"] = "Bearer " .. arguments[3]
  end
end

-- A word for a number, since names hold no digits: letters are those of base 26.
local function word(value)
  local text = ""
  repeat
    local at = value % 26 + 1
    text = LETTERS:sub(at, at) .. text
    value = math.floor(value / 26)
  until value == 0
  return text
end

function delay()
  return pause
end

function request()
  number = number + 1
  return wrk.format("POST", "/v1/images", headers, (body:gsub("{n}", word(number))))
end

function response(status)
  if status == 200 then
    made = made + 1
  elseif status == 429 then
    refused = refused + 1
  else
    bad = bad + 1
    why = tostring(status)
  end
end

function done(summary, latency)
  local one = threads[1]
  local errors = summary.errors
  io.write(string.format(
    '\n{"seconds":%.6f,"made":%d,"refused":%d,"bad":%d,"why":"%s","p50":%.3f,"p99":%.3f}\n',
    summary.duration / 1e6, one:get("made"), one:get("refused"),
    one:get("bad") + errors.connect + errors.read + errors.write + errors.timeout, one:get("why"),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
