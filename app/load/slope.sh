#!/usr/bin/env bash
# Asks for 200,000 different pictures and writes into app/docs/benchmarks.md how the server's resident memory grows meanwhile.
#   app/load/slope.sh [--renders 200000]
# Needs node and a build (mvn -DskipTests package).
set -euo pipefail
exec node "$(dirname "${BASH_SOURCE[0]}")/slope.mjs" "$@"
