#!/usr/bin/env bash
# Draws random scenes both ways, joined from strips and whole, for as long as is wanted, and compares them.
#   app/load/scenes.sh [how many] [first seed]
# A scene that differs is printed with its seed and its template; the first seed and a count of 1 draw it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -q -B -pl app -am test -Dtest=RandomScenesTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dnameplate.scenes="${1:-100000}" -Dnameplate.scenes.from="${2:-1500}"
