#!/usr/bin/env bash
# Draws the text of CLDR's locales with our fonts here and in Chromium, counts what is the same, different and wrong, and
# writes the table of app/docs/text.md. Makes sheets of pairs of names, theirs above ours, to look at.
#   app/load/text.sh [--out FOLDER] [--locales 12] [--only fa,ur] [--font Inter --weight 400] [--sheets only]
# Needs Chromium (Debian: chromium; another one: CHROMIUM=…) and a build (mvn -Pbench -DskipTests package). With
# --locales, --only or --font the table is printed only. Ends with 1 if something is wrong that is not listed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
command -v "${CHROMIUM:-chromium}" > /dev/null || { echo "chromium is missing (Debian: apt-get install chromium)" >&2; exit 1; }

cache=${NAMEPLATE_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nameplate-bench}
classes=${NAMEPLATE_BENCH_CLASSES:-app/target/test-classes:app/target/nameplate.jar:app/target/bench/*}
program=(java -Xmx2g -cp "$classes")
[[ " $* " == *" --out "* ]] || set -- --out "$cache/text" "$@"
"${program[@]}" dev.nameplate.bench.letters.Sheets "$@"
[[ " $* " == *" --sheets only "* ]] && exit 0
write=yes
[[ " $* " =~ \ --(locales|only|font)\  ]] && write=no
exec "${program[@]}" dev.nameplate.bench.letters.BesideChromium "$@" --write $write
