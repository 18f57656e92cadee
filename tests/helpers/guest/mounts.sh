#!/bin/sh
# What every guest without systemd needs first; read by its first process. Version 2 stands alone.
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
