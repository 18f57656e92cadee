#!/bin/sh
# Runs the tests as a user who has logged in: in a session of theirs, beside their own systemd. Then
# the agent as a unit of the system.
PATH=/usr/bin:/usr/sbin
export PATH
busybox ip link set lo up
busybox stty -F /dev/ttyS1 raw -echo
chmod 666 /dev/ttyS1
systemd-run --quiet --wait --uid=tester --property=PAMName=tests \
  --property=StandardOutput=file:/dev/ttyS0 --property=StandardError=file:/dev/ttyS0 \
  sh /checkout/tests/helpers/guest/tests.sh session 'systemd scope'
sh /checkout/tests/helpers/guest/tests.sh unit 'systemd scope' tests/helpers/guest/systemd_unit.py
