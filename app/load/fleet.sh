#!/usr/bin/env bash
# What a fleet shows under load: nodes behind nginx on this machine. Ends with 1 where a row fails.
#   app/load/fleet.sh [--only NAME] [--seconds N]     NAME is a file of app/load/fleet without its ending
# Needs nginx, node, wrk and a build (mvn -DskipTests package); NAMEPLATE_COMMAND starts another program.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export PATH="$PATH:/usr/sbin" NAMEPLATE_COMMAND=${NAMEPLATE_COMMAND:-java @app/target/nameplate.args}
only='' words=()
while [ $# -gt 0 ]; do
  [ $# -gt 1 ] || { echo "$1 needs a value" >&2; exit 2; }
  case $1 in
    --only) only=$2 ;;
    *) words+=("$1" "$2") ;;
  esac
  shift 2
done
if [ -n "$only" ] && [ ! -e "app/load/fleet/$only.mjs" ]; then
  echo "there is no row $only; there are: $(cd app/load/fleet && ls -- *.mjs | sed 's/\.mjs$//' | paste -sd ' ')" >&2
  exit 2
fi
status=0
for row in app/load/fleet/${only:-*}.mjs; do
  echo "+ $(basename "$row" .mjs)"
  node "$row" "${words[@]}" || status=1
done
exit $status
