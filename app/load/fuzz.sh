#!/usr/bin/env bash
# Reads request targets made at random, in process; fails where one throws, or one takes longer than 50 ms to be read.
#   app/load/fuzz.sh [how many] [first seed]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -q -B -pl app -am test -Dtest=FuzzedTargetsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dnameplate.fuzz="${1:-1000000}" -Dnameplate.fuzz.from="${2:-1}" -Dnameplate.fuzz.millis=50
