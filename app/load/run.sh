#!/usr/bin/env bash
# Measures Nameplate and its peers and rewrites the tables of app/docs/benchmarks.md.
#   app/load/run.sh [--rounds 3] [--secs 8] [--only cold,http,hits,start,page,lists,collection,restart,templates,api,editor,jobs,goodput,bytes]
# What serves our pictures; its parts are apart by spaces, its paths relative to the repository.
export NAMEPLATE_COMMAND=${NAMEPLATE_COMMAND:-java @app/target/nameplate.args}
# Peers and results lie outside the repository.
export NAMEPLATE_BENCH_CACHE=${NAMEPLATE_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nameplate-bench}
# Fewer peers: BENCH_PEERS=takumi,canvas,sharp,satori,chromium,java2d
# More recipients than any server answers in a measurement and its warm-up.
RECIPIENTS=300000
set -euo pipefail

load=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=$NAMEPLATE_BENCH_CACHE
export FONTCONFIG_FILE=$cache/fonts.conf PUPPETEER_SKIP_DOWNLOAD=1
cd "$load/../.."

# These measure nothing of others, so they need neither peers nor wrk.
if [[ " $* " =~ " --only "(lists|collection|restart|collection,restart|templates|bytes|bytes,templates)" " ]]; then
  mkdir -p "$cache"
  mvn -q -B -Pbench -DskipTests package
  exec node "$load/measure.mjs" "$@"
fi

# The editor needs Chromium and what speaks to it.
if [[ " $* " == *" --only editor "* ]]; then
  mkdir -p "$cache"
  [ -d "$cache/node_modules/puppeteer-core" ] ||
    (cd "$cache" && npm install --silent --no-audit --no-fund --no-save --no-package-lock \
      "puppeteer-core@$(node -p "require('$PWD/app/load/peers/package.json').optionalDependencies['puppeteer-core']")")
  mvn -q -B -Pbench -DskipTests package
  exec node "$load/measure.mjs" "$@"
fi

# These are measured against our own pictures, by wrk.
if [[ " $* " =~ " --only "(jobs|goodput)" " ]]; then
  command -v wrk > /dev/null || { echo "wrk is missing (Debian: apt-get install wrk)" >&2; exit 1; }
  mkdir -p "$cache"
  node "$load/lib/recipients.mjs" "$RECIPIENTS" > "$cache/recipients.tsv"
  mvn -q -B -Pbench -DskipTests package
  exec node "$load/measure.mjs" "$@"
fi

for tool in node npm java mvn taskset wrk; do
  command -v "$tool" > /dev/null || { echo "$tool is missing (Debian: apt-get install nodejs npm maven util-linux wrk)" >&2; exit 1; }
done

mkdir -p "$cache"
if ! cmp -s "$load/peers/package.json" "$cache/package.json"; then
  cp "$load/peers/package.json" "$cache/package.json"
  (cd "$cache" && npm install --silent --no-audit --no-fund --no-package-lock) || echo "some peers did not install" >&2
fi
[ -d "$cache/node_modules/canvas" ] ||
  echo "node-canvas did not build (Debian: libcairo2-dev libpango1.0-dev libjpeg-dev libgif-dev librsvg2-dev g++)" >&2

cat > "$FONTCONFIG_FILE" <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$PWD/fonts</dir><cachedir>$cache/fontconfig</cachedir></fontconfig>
FONTS
node "$load/lib/recipients.mjs" "$RECIPIENTS" > "$cache/recipients.tsv"

mvn -q -B -Pbench -DskipTests package
exec node "$load/measure.mjs" "$@"
