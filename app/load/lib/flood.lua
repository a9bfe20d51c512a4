-- wrk -s flood.lua BASE -- FIRST PAUSE: asks for one picture after the other as mails have them, each with another name, looks at every answer,
-- and prints one line of JSON. FIRST is the number of the first name; each connection pauses between requests, PAUSE milliseconds on average.
local SIGNATURE = "\137PNG\r\n\26\n"
local END = "IEND\174\66\96\130"
local LETTERS = "abcdefghijklmnopqrstuvwxyz"
local TEMPLATES = { "welcome", "coupon", "event-ticket" }

local threads = {}
local number = 0
local pause = 0

whole, lesser, bad, kept, because, why = 0, 0, 0, 0, "", ""

function setup(thread)
  threads[#threads + 1] = thread
end

function init(arguments)
  number = tonumber(arguments[1])
  pause = tonumber(arguments[2])
  math.randomseed(number)
end

function delay()
  return pause == 0 and 0 or math.floor(-math.log(1 - math.random()) * pause + 0.5)
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

function request()
  number = number + 1
  local template = TEMPLATES[number % #TEMPLATES + 1]
  return wrk.format("GET", "/i/" .. template .. "@2x.png?name=" .. word(number) .. "%20" .. word(number % 20000))
end

local function isPng(headers, body)
  return headers["Content-Type"] == "image/png" and tonumber(headers["Content-Length"]) == #body
    and body:sub(1, 8) == SIGNATURE and body:sub(-8) == END
end

function response(status, headers, body)
  if status ~= 200 or not isPng(headers, body) then
    bad = bad + 1
    why = tostring(status)
    return
  end
  local reason = headers["Nameplate-Degraded"]
  if not reason then
    whole = whole + 1
    return
  end
  lesser = lesser + 1
  if not because:find(reason, 1, true) then
    because = because .. (because == "" and "" or ", ") .. reason
  end
  if not headers["Cache-Control"]:find("max-age=5,", 1, true) then
    kept = kept + 1
  end
end

function done(summary, latency)
  local one = threads[1]
  local errors = summary.errors
  io.write(string.format(
    '\n{"answers":%d,"seconds":%.6f,"whole":%d,"lesser":%d,"because":"%s","bad":%d,"why":"%s","kept":%d,'
      .. '"lost":%d,"p50":%.3f,"p99":%.3f,"most":%.3f}\n',
    summary.requests, summary.duration / 1e6, one:get("whole"), one:get("lesser"), one:get("because"),
    one:get("bad"), one:get("why"), one:get("kept"),
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
