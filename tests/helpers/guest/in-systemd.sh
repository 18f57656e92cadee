#!/bin/sh
# Runs the tests as a user who has logged in: in a session of theirs, beside their own systemd. Then
# the agent as a unit of the system.
PATH=/usr/bin:/usr/sbin
export PATH
busybox ip link set lo up
busybox stty -F /dev/ttyS1 raw -echo
chmod 666 /dev/ttyS1
#SESSION
sh /checkout/tests/helpers/guest/tests.sh unit 'cgroup v2' tests/helpers/guest/systemd_unit.py
