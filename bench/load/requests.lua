-- Requests for wrk: pages as somebody of a hundred people at a time, check-ins as them, or values of today for measures.
-- wrk ... -s requests.lua URL -- page PATH | json PATH | check-in FILE | value FILE
-- (FILE: lines of "number key-result", or of "day path-of-a-measure")
local kind, what, compressed = "page", "/goals", false
local said, count, bad = {}, 0, 0

function init(arguments)
  kind, what = arguments[1] or kind, arguments[2] or what
  compressed = arguments[3] == "gzip"
  math.randomseed(20260301)
  if kind == "check-in" or kind == "value" then
    for line in io.lines(what) do said[#said + 1] = { line:match("(%S+) (%S+)") } end
    for i = #said, 2, -1 do
      local j = math.random(i)
      said[i], said[j] = said[j], said[i]
    end
  end
end

function request()
  count = count + 1
  local number = math.random(100)
  local headers = {}
  if compressed then headers["Accept-Encoding"] = "gzip" end
  if kind == "check-in" then
    local one = said[1 + count % #said]
    headers["Authorization"] = "Bearer token-" .. one[1]
    headers["Content-Type"] = "application/json"
    headers["Idempotency-Key"] = "wrk-" .. os.time() .. "-" .. count
    local body = string.format('{"checkIns":[{"keyResult":"%s","value":%d,"confidence":%d,"note":"","noChange":false}]}',
      one[2], math.random(0, 100), math.random(0, 10))
    return wrk.format("POST", "/api/v1/check-ins", headers, body)
  end
  if kind == "value" then
    headers["Authorization"] = "Bearer token-measures"
    headers["Content-Type"] = "application/json"
    local body = string.format('{"values":[{"day":"%s","value":%d}]}', os.date("!%Y-%m-%d"), math.random(0, 100))
    return wrk.format("POST", "/api/v1" .. said[1 + count % #said][2] .. "/values", headers, body)
  end
  if kind == "json" then
    headers["Authorization"] = "Bearer token-" .. number
  else
    headers["Cookie"] = "fairlead=session-" .. number
  end
  return wrk.format("GET", what, headers)
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("%8.1f/s   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms   %6.1f kB   %d failed\n",
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    summary.bytes / math.max(1, summary.requests) / 1000, failed))
end
