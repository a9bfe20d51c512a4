#!/usr/bin/env bash
# Draws payloads made at random as every kind of code, in every template that has one, at every scale, as PNG and JPEG, and reads each back from
# the final bytes; fails where one cannot be read.
#   app/load/codes.sh [how many payloads, 1000 where none is given]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -q -B -pl app -am test -Dtest=CodesScanTest -Dsurefire.failIfNoSpecifiedTests=false -Dnameplate.codes="${1:-1000}"
