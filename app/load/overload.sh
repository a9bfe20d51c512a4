#!/usr/bin/env bash
# Measures how many pictures a second the server draws here, asks for five times as many for a minute, and fails where an answer is no picture,
# one is later than the deadline and half a second, the heap grows, or recipients' own pictures are not back five seconds after. The figures
# go into app/docs/benchmarks.md.
#   app/load/overload.sh [--secs 60] [--times 5]
# Needs node, wrk, jcmd and a build (mvn -DskipTests package).
set -euo pipefail
exec node "$(dirname "${BASH_SOURCE[0]}")/overload.mjs" "$@"
