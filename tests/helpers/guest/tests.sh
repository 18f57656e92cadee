#!/bin/sh
# Runs the tests that the kernel command line names, as cnet.tests=FILE,FILE; $1 names the run, $2
# what must enforce limits in it, $3 other tests than those, $4 which of them.
export GUEST_RUN="$1" GUEST_EXPECTS="$2"
export PYTHONPATH=/packages:/checkout/tests PYTHONDONTWRITEBYTECODE=1 PYTEST_DISABLE_PLUGIN_AUTOLOAD=1
cd /checkout || exit 1
tests=${3:-$(sed -n 's/.*cnet\.tests=\([^ ]*\).*/\1/p' /proc/cmdline | tr , ' ')}
# shellcheck disable=SC2086 - a word per test
exec python3 -m pytest -c tests/helpers/guest/pytest.ini --rootdir=/checkout \
  --basetemp="/tmp/tests-$1" -p helpers.guest.report -p pytest_timeout -p pytest_asyncio.plugin -q --color=no \
  --noconftest -k "not watch${4:+ and ($4)}" $tests
