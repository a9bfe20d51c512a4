#!/usr/bin/env bash
# Kills a process again and again while it prepares backgrounds, and draws a few templates from the folder that it left.
#   app/load/kill-preparing.sh [how many] [first seed]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -q -B -pl app -am test -Dtest=KilledPreparationTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dnameplate.kills="${1:-50}" -Dnameplate.kills.from="${2:-1}"
