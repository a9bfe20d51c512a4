#!/usr/bin/env bash
# Asks a server that runs with the project's own JVM arguments for every template at 3x, as PNG and as JPEG; fails where a picture stays
# degraded, or where the server says that memory ran out.
#   app/load/large.sh [FOLDER OF TEMPLATES, the workloads' where none is given]
# Needs a build (mvn -DskipTests package).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
templates=${1:-app/load/templates}
patience=90

log=$(mktemp)
PORT=0 NAMEPLATE_WORK=none NAMEPLATE_TEMPLATES=$templates NAMEPLATE_FONTS=fonts java @app/target/nameplate.args > "$log" 2>&1 &
server=$!
trap 'kill $server 2> /dev/null; wait $server 2> /dev/null; rm -f "$log"' EXIT

say() { echo "$*"; grep -v "INFO access" "$log"; exit 1; }
until base=$(grep -om1 'http://localhost:[0-9]*' "$log"); do kill -0 $server || say "the server did not start"; sleep 0.2; done

heads=$(mktemp)
for folder in "$templates"/*/; do
  id=$(basename "$folder")
  for format in png jpg; do
    url="$base/i/$id@3x.$format?name=Maria&company=Lindqvist&id=7"
    for ((second = 0; ; second++)); do
      curl -sS -o /dev/null -D "$heads" "$url"
      grep -qi '^nameplate-degraded' "$heads" || break
      ((second < patience)) || say "$url is degraded still, after $patience s"
      sleep 1
    done
    echo "$id@3x.$format: $(grep -i '^content-length' "$heads" | tr -dc 0-9) bytes, resident $(awk '/VmRSS/{print int($2/1024)}' /proc/$server/status) MiB"
  done
done
! grep -q OutOfMemory "$log" || say "memory ran out"
