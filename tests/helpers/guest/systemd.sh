#!/bin/sh
# Makes ready what systemd will find, and becomes systemd, which runs in-systemd.sh as its only aim.
PATH=/usr/bin:/usr/sbin
export PATH
mount -t proc proc /proc
echo 'tester:x:1000:1000::/home/tester:/bin/bash' >>/etc/passwd
echo 'tester:x:1000:' >>/etc/group
echo 'tester:*:19000:0:99999:7:::' >/etc/shadow
mkdir -p /home/tester
chown 1000:1000 /home/tester
mkdir -p /etc/systemd/system
for service in systemd-user tests other; do # whoever asks is let in, into a session
  printf '%s\n' 'auth required pam_permit.so' 'account required pam_permit.so' \
    'password required pam_permit.so' 'session required pam_systemd.so' >/etc/pam.d/$service
done
: >/etc/machine-id
rm -f /usr/lib/tmpfiles.d/provision.conf # it would close /root, where Python may lie

cat >/etc/systemd/system/tests.service <<'UNIT'
[Unit]
Wants=dbus.socket systemd-logind.service systemd-user-sessions.service
After=dbus.socket systemd-logind.service systemd-user-sessions.service
SuccessAction=poweroff-immediate
FailureAction=poweroff-immediate

[Service]
Type=oneshot
ExecStart=/bin/sh /checkout/tests/helpers/guest/in-systemd.sh
StandardOutput=file:/dev/ttyS0
StandardError=file:/dev/ttyS0
UNIT

umount /proc
exec /lib/systemd/systemd --unit=tests.service --log-target=console
