-- wrk -s paced.lua BASE -- FILE OFFSET PAUSE: asks for the paths of a file, from an offset on, each connection after a random pause of PAUSE
-- milliseconds on average, as independent readers do, and prints one line of JSON.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "report.lua")

local paths = {}
local position = 0
local pause = 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    paths[#paths + 1] = line
  end
  position = tonumber(arguments[2])
  pause = tonumber(arguments[3])
  math.randomseed(position)
end

function delay()
  return math.floor(-math.log(1 - math.random()) * pause + 0.5)
end

function request()
  position = position + 1
  return wrk.format("GET", paths[(position - 1) % #paths + 1])
end
