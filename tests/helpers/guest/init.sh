#!/bin/sh
# The first process of the guest without systemd: runs the tests in version 2 as
# root with the root group, then as a plain user in a group that was given to them, and goes.
set -u
. /checkout/tests/helpers/guest/mounts.sh

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
