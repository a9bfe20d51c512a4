#!/usr/bin/env bash
# Stops a node at seeded instants, by SIGTERM and SIGKILL in turn, while a job runs, a stream tells of it, templates are published and pictures
# are prepared; starts it again and compares with what was answered before.
#   app/load/stop-nodes.sh [ROUNDS, 50] [SEED, 1]
# Needs a build with test classes (mvn test-compile) and app/target/test.cp, which it makes by Maven where it is missing. Ends with 1 where something is lost.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [ -z "${NAMEPLATE_TEST_CP:-}" ]; then
  [ -e app/target/test.cp ] || mvn -q -o -pl app dependency:build-classpath -Dmdep.outputFile=target/test.cp
  NAMEPLATE_TEST_CP=app/target/test-classes:app/target/classes:$(cat app/target/test.cp)
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
java -Djava.awt.headless=true -cp "$NAMEPLATE_TEST_CP" dev.nameplate.fleet.StoppedNodes "$folder" "${1:-50}" "${2:-1}"
