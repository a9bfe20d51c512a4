#!/usr/bin/env bash
# Kills the process of a job (kill -9) at seeded instants, lets another end it, and compares results, files and counts with an undisturbed job's.
#   app/load/kill-jobs.sh [ROUNDS of urls, 100] [ROUNDS of each drawing mode, 20] [SEED, 1]
# Needs a build with test classes (mvn test-compile) and app/target/test.cp, which it makes by Maven where it is missing. Ends with 1 where one result differs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
urls=${1:-100} drawn=${2:-20} seed=${3:-1}
if [ -z "${NAMEPLATE_TEST_CP:-}" ]; then
  [ -e app/target/test.cp ] || mvn -q -o -pl app dependency:build-classpath -Dmdep.outputFile=target/test.cp
  NAMEPLATE_TEST_CP=app/target/test-classes:app/target/classes:$(cat app/target/test.cp)
fi
rounds() { java -Djava.awt.headless=true -cp "$NAMEPLATE_TEST_CP" dev.nameplate.batch.job.KilledJobsTest "$@" "$seed" 2> /dev/null; }
rounds urls "$urls" 20000
rounds prerender "$drawn" 1000
rounds files "$drawn" 1000
