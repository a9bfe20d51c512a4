#!/usr/bin/env bash
# Follows the steps of the Dockerfile's second stage in a plain folder, for machines without a container engine: copies what it copies, makes the
# archive of classes, takes away every right to write, and runs the program as another user with a work folder and a /tmp of its own.
#   app/deploy/try-image.sh [USER, nobody]
# Needs root, curl and a build (mvn -DskipTests package). Ends with 1 where a step fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
user=${1:-nobody}
[ "$(id -u)" = 0 ] || { echo "run as root: the program is to run as another user" >&2; exit 1; }
image=$(mktemp -d) child=''
end() {
  [ -z "$child" ] || kill -9 "$child" 2> /dev/null || true
  chmod -R u+w "$image"
  rm -rf "$image"
}
trap end EXIT
chmod 755 "$image"
stage=$(sed -n '/^FROM debian/,$p' app/deploy/Dockerfile)
opt=$image/opt/nameplate
mkdir -p "$opt"

# COPY --from=build /src/SOURCE TARGET
while read -r source target; do
  cp -r "${source#/src/}" "$image$target"
  echo "copied ${source#/src/} to $target"
done < <(sed -n 's/^COPY --from=build \(\S*\) \(\S*\)$/\1 \2/p' <<< "$stage")

# The paths of the image, in this folder.
sed -i "s#/opt/nameplate#$opt#g" "$opt/nameplate.args"
archive=$(sed -n 's/^RUN \(java .*\)$/\1/p' <<< "$stage" | sed "s#/opt/nameplate#$opt#g")
(cd "$opt" && $archive > "$image/archive.log" 2>&1) || { cat "$image/archive.log"; exit 1; }
echo "made the archive of classes: $(stat -c %s "$opt/nameplate.jsa") bytes"

mkdir -m 0700 "$image/work" && chown "$user" "$image/work"
mkdir -m 0700 "$image/tmp" && chown "$user" "$image/tmp"
chmod -R a-w,a+rX "$opt"
run=(setpriv --reuid "$(id -u "$user")" --regid "$(id -g "$user")" --clear-groups)
"${run[@]}" sh -c "! touch '$opt/written' 2> /dev/null" || { echo "$user can write $opt"; exit 1; }

port=18080
while curl -s -o /dev/null "http://127.0.0.1:$port/"; do port=$((port + 1)); done
cd "$opt"
env -i PATH="$PATH" NAMEPLATE_WORK="$image/work" NAMEPLATE_PORT=$port NAMEPLATE_HOST=127.0.0.1 NAMEPLATE_LOG=json \
  "${run[@]}" java -Djava.io.tmpdir="$image/tmp" @"$opt/nameplate.args" > "$image/out.log" 2> "$image/errors.log" &
child=$!
for ((time = 0; time < 600; time++)); do
  curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2> /dev/null && break
  kill -0 "$child" 2> /dev/null || { cat "$image/errors.log"; exit 1; }
  sleep 0.1
done
curl -fsS -o /dev/null "http://127.0.0.1:$port/health/live"
for picture in welcome.png welcome.jpg flash-sale.gif; do
  curl -fsS -D "$image/head" -o "$image/picture" "http://127.0.0.1:$port/i/$picture?name=Maria"
  ! grep -i nameplate-degraded "$image/head" || exit 1
  echo "drew $picture: $(stat -c %s "$image/picture") bytes"
done
[ -d "$image/work/cache" ] || { echo "the work folder was not used"; exit 1; }
grep 'This node has' "$image/errors.log"
kill "$child"
status=0
wait "$child" || status=$?
child=''
[ $status = 143 ] || { echo "ended with $status"; cat "$image/errors.log"; exit 1; }
! grep -i 'read-only\|denied\|Exception' "$image/errors.log" || exit 1
echo "served as $user from a tree that nobody can write, and ended with $status"
