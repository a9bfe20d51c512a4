#!/usr/bin/env bash
# Kills one of two servers on one work folder (kill -9) at seeded instants, again and again, while both are asked, and compares
# what GET /v1/usage tells with what was answered: no more than the last second of the one that was killed may be missing.
#   app/load/kill-usage.sh [ROUNDS, 50] [SEED, 1]
# Needs a build (mvn -DskipTests package) and Node.js. Ends with 1 where a sum is wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export NAMEPLATE_COMMAND=${NAMEPLATE_COMMAND:-java @app/target/nameplate.args}
NAMEPLATE_WORK=$folder/work NAMEPLATE_PORT=0 NAMEPLATE_HOST=127.0.0.1 NAMEPLATE_LOG=off NAMEPLATE_RATE_CLIENT=off NAMEPLATE_DEADLINE=60s \
  node app/load/kill-usage.mjs "${1:-50}" "${2:-1}"
