#!/usr/bin/env bash
# Fails where code, pages or documents use a word that only this project's authors would know in that sense.
# Prints each line with the word the field uses instead. Sample copy and template keys are not looked at.
set -euo pipefail
cd "$(dirname "$0")/.."

status=0
search() { # pattern, what to write instead
  local found
  found=$(grep -rnwiIE "$1" app/src/main app/docs README.md .github --exclude-dir=pictures --exclude-dir=versions 2> /dev/null |
    grep -viE 'laid out|laying out' || true)
  [ -z "$found" ] && return
  status=1
  printf '%s\n  write: %s\n\n' "$found" "$2"
}

search 'houses?' 'application'
search 'rooms?' 'package, capacity, space'
search 'askers?' 'client, caller'
search 'wish|wishes|wished' 'request, render job'
search 'mends?|mended|mending' 'fix, repair'
search 'cures?|cured' 'fix'
search 'presets?|preset to' 'default'
search 'lesser pictures?' 'degraded picture'
search 'steps? aside|stepped aside|stepping aside' 'is hidden'
search 'ugliest' 'edge-case'
search 'laid' 'flattened onto, placed, measured'

headings=$(grep -rniIE '^#+ +(asked|reached)\b|\| *(asked|reached) *\|' app/docs README.md .github || true)
if [ -n "$headings" ]; then
  status=1
  printf '%s\n  write: goal, result\n' "$headings"
fi
exit $status
