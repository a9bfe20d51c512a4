#!/usr/bin/env bash
# Fails where code, pages or documents use a word that only this project's authors would know in that sense, and
# prints each place with the word to write instead.
#
#   app/check-words.sh               looks at the program, its pages and the documents
#   app/check-words.sh --self-test   shows that each word is found, also across a line's end, and that others are not
#
# Not looked at: sample copy (the templates and the documents' examples) and tables of data, such as domain endings.
set -euo pipefail

WORDS=(
  'houses?=application'
  'rooms?=package, capacity, space'
  'askers?=client, caller'
  'wish|wishes|wished=request, render job'
  'mends?|mended|mending=fix, repair'
  'cures?|cured|curing=fix'
  'presets?=default'
  'lesser pictures?=degraded picture'
  'steps? aside|stepped aside|stepping aside=is hidden'
  'ugliest=edge-case'
  'laid=flattened onto, placed, measured'
)
# Parts of identifiers, with the case that they have there.
IDENTIFIERS='House|Asker|Wish|Laid|Lesser|Preset'
ALLOWED='laid[ -]out|laying out|[a-z/]*house/[A-Za-z]'
STATUS=0

report() { # the places, what to write instead
  [ -z "$1" ] && return
  STATUS=1
  printf '%s\n  write: %s\n\n' "$1" "$2"
}

files() { # the files below the folders and files that are given
  find "$@" -type f \
    \( -name '*.java' -o -name '*.md' -o -name '*.js' -o -name '*.css' -o -name '*.html' -o -name '*.json' \
    -o -name '*.args' -o -name '*.properties' -o -name '*.txt' -o -name '*.svg' \) \
    -not -path '*/resources/tables/*' -not -path '*/docs/layers/examples/*' -print0
}

# Whole words, in a line or across the end of one, whatever begins the next line: spaces, a comment's star or slashes.
search() { # pattern, files with a null behind each
  xargs -0 awk -v pattern="$1" -v allowed="$ALLOWED" '
    function found(text) {
      gsub(allowed, " ", text)
      return (" " text " ") ~ ("[^a-z0-9](" pattern ")[^a-z0-9]")
    }
    FNR == 1 { before = "" }
    {
      line = tolower($0)
      start = line
      sub(/^[ \t]*(\*|\/\/|#|-)?[ \t]*/, "", start)
      if (found(line)) print FILENAME ":" FNR ":" $0
      else if (before != "" && !found(before) && found(before " " start)) print FILENAME ":" FNR ":" $0
      before = line
    }'
}

check() { # folders and files
  local entry pattern
  for entry in "${WORDS[@]}"; do
    pattern=${entry%%=*}
    report "$(files "$@" | search "$pattern")" "${entry#*=}"
  done
  report "$(files "$@" | xargs -0 grep -HnE "[a-z0-9]($IDENTIFIERS)|($IDENTIFIERS)[A-Z(]" || true)" 'the word of the field'
  report "$(find "$@" -type f | grep -E "/[A-Za-z]*($IDENTIFIERS)[A-Za-z]*\.[a-z]+$" || true)" 'the word of the field'
  report "$(files "$@" | xargs -0 grep -HniE '^#+ .*\b(asked|reached)\b|^\|.*\| *(asked|reached) *\|' || true)" 'goal, result'
}

self_test() {
  local word
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  for word in House rooms ASKER wishes mended cure preset 'lesser picture' 'steps aside' ugliest 'is laid on' \
    '## What was asked' '| asked | reached |' 'new TestHouse()' 'HouseRules x' \
    $'/** It steps\n   * aside. */' $'a lesser\npictures'; do
    printf '%s\n' "$word" > "$folder/a.md"
    STATUS=0
    check "$folder" > "$folder/out"
    [ "$STATUS" -eq 1 ] || { echo "not found: $word"; return 1; }
  done
  for word in 'a household' 'laid out' 'classrooms' 'Mendelssohn' 'secure' 'house/ArrowsTest.java' 'the answer was reached' \
    'templates are laid-out' 'mushroom' 'Wishart'; do
    printf '%s\n' "$word" > "$folder/a.md"
    STATUS=0
    check "$folder" > "$folder/out"
    [ "$STATUS" -eq 0 ] || { echo "found: $word"; cat "$folder/out"; return 1; }
  done
  STATUS=0
}

cd "$(dirname "$0")/.."
if [ "${1:-}" = --self-test ]; then
  self_test
else
  check app/src/main app/docs app/CHANGELOG.md README.md .github
fi
exit $STATUS
