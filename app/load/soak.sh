#!/usr/bin/env bash
# Lets 64 threads ask for 16 pictures and compares every answer, for some seconds each of two servers.
#   app/load/soak.sh [SECONDS, 10 where none is given]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -q -B -pl app -am test -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dnameplate.soak.seconds="${1:-10}"
