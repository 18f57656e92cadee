#!/bin/sh
# The first process of the guest without systemd: mounts version 2 alone, runs the tests in it as
# root with the root group, then as a plain user in a group that was given to them, and goes.
set -u
PATH=/usr/bin:/usr/sbin
export PATH
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
mkdir -p /dev/shm /tmp /run
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs run /run
mount -t cgroup2 cgroup2 /sys/fs/cgroup
busybox ip link set lo up
busybox stty -F /dev/ttyS1 raw -echo
chmod 666 /dev/ttyS1 /dev/null

groups=/sys/fs/cgroup
sh /checkout/tests/helpers/guest/tests.sh root 'cgroup v2' '' 'say or memory or stubborn'

# As systemd delegates: the user owns the directory and the files that move and pass on.
echo '+cpu +memory +pids' >$groups/cgroup.subtree_control
mkdir -p $groups/user/agent
chown 1000:1000 $groups/user $groups/user/agent
for name in cgroup.procs cgroup.subtree_control cgroup.threads; do
  chown 1000:1000 $groups/user/$name $groups/user/agent/$name
done
sh -c "echo 0 >$groups/user/agent/cgroup.procs
  HOME=/tmp exec setpriv --reuid 1000 --regid 1000 --clear-groups \
  sh /checkout/tests/helpers/guest/tests.sh user 'cgroup v2'"

busybox poweroff -f
