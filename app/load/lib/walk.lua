-- wrk -s walk.lua BASE -- FILE OFFSET: asks for the paths of a file, from an offset on, and prints one line of JSON.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "report.lua")

local paths = {}
local position = 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    paths[#paths + 1] = line
  end
  position = tonumber(arguments[2])
end

function request()
  position = position + 1
  return wrk.format("GET", paths[(position - 1) % #paths + 1])
end
