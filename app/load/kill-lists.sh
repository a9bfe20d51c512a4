#!/usr/bin/env bash
# Kills `nameplate batch` (kill -9) at seeded instants of a list, takes it up again, and compares the result byte for byte with an undisturbed run's.
#   app/load/kill-lists.sh [ROUNDS, 100] [ROWS, 20000] [SEED, 1]
# Needs a build (mvn -DskipTests package). Ends with 1 where one result differs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=${1:-100} rows=${2:-20000} RANDOM=${3:-1}
program=(${NAMEPLATE_COMMAND:-java @app/target/nameplate.args})

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
awk -v rows="$rows" 'BEGIN {
  printf "First Name,City,Note\r\n"
  for (i = 1; i <= rows; i++)
    if (i % 17 == 0) printf "\r\n"; else if (i % 13 == 0) printf "too,few\r\n"
    else printf "%s %c,Ulm %d,\"two\nlines, %d\"\r\n", (i % 5 ? "Ann" : "Zoë"), 65 + i % 26, i, i
}' > "$folder/people.csv"
export NAMEPLATE_KEYS=${NAMEPLATE_KEYS:-k1:0123456789abcdef0123456789abcdef}
batch() { "${program[@]}" batch welcome "$folder/people.csv" --url sealed "$@" > /dev/null 2>> "$folder/log"; }

# Rows that failed end a run with 1; that is part of the list.
began=$(date +%s%3N)
batch --out "$folder/whole.csv" || [ $? = 1 ]
took=$(($(date +%s%3N) - began))
wrong=0 caught=0
for ((round = 1; round <= rounds; round++)); do
  "${program[@]}" batch welcome "$folder/people.csv" --url sealed --out "$folder/out.csv" > /dev/null 2>> "$folder/log" &
  process=$!
  sleep "$(awk -v ms=$((RANDOM * took / 32768)) 'BEGIN { print ms / 1000 }')"
  kill -9 $process 2> /dev/null || true
  wait $process 2> /dev/null || true
  if [ -e "$folder/out.csv" ]; then :; else
    [ -e "$folder/out.csv.partial" ] && caught=$((caught + 1))
    batch --out "$folder/out.csv" --resume || [ $? = 1 ]
  fi
  cmp -s "$folder/whole.csv" "$folder/out.csv" || { echo "round $round differs"; wrong=$((wrong + 1)); }
  rm -f "$folder"/out.csv*
done
echo "$rounds rounds, $caught of them killed while rows were written, $wrong results differ"
[ $wrong = 0 ]
