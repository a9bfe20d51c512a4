#!/usr/bin/env bash
# Runs the tests that a build runs in part: every name in every template, every sample in every format and scale, ten times as many requests, codes and random pictures.
#   app/load/everything.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -q -B -pl app -am test -Dsurefire.failIfNoSpecifiedTests=false -Dnameplate.everything=true \
  -Dtest=EveryNameTest,SameRequestSameBytesTest,OnlyWhatChangesTest,NeverABrokenImageTest,CodesScanTest,'*EncoderTest',CodedRunsTest
