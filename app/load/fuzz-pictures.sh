#!/usr/bin/env bash
# Decodes pictures of every format that were changed or cut at random; fails where one hangs, escapes, or passes as whole
# though it breaks off.
#   app/load/fuzz-pictures.sh [how many] [first seed]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -q -B -pl app -am test -Dtest=MutatedPicturesTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dnameplate.fuzz.pictures="${1:-20000}" -Dnameplate.fuzz.from="${2:-1}"
