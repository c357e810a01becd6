# Says what this host is. Only reads. $1 marks our own lines, $2 is where servers are to live.
mark=$1
instances=$2
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

section() { echo "$mark $1"; }
quietly() { timeout 10 "$@" 2>/dev/null || true; }

section hostname
uname -n
section kernel
uname -r
section architecture
uname -m
section os-release
quietly cat /etc/os-release
section lscpu
quietly lscpu
section meminfo
quietly cat /proc/meminfo
section disk
folder=$instances
while [ ! -d "$folder" ] && [ "$folder" != / ]; do folder=$(dirname -- "$folder"); done
quietly df -P -B1 -- "$folder"
section addresses
quietly ip -json address
section speeds
for nic in /sys/class/net/*; do
    speed=
    { read -r speed <"$nic/speed"; } 2>/dev/null || true
    echo "${nic##*/} $speed"
done
section routes
quietly ip -json -4 route
section numa
for node in /sys/devices/system/node/node[0-9]*; do
    [ ! -r "$node/cpulist" ] || { read -r cpus <"$node/cpulist" || true; echo "${node##*/node} $cpus"; }
done
section file-systems
quietly df -P -T -B1 -x tmpfs -x devtmpfs -x squashfs -x efivarfs
section block-devices
quietly lsblk --json --bytes --nodeps --output NAME,SIZE,ROTA,MODEL,TYPE
section packages
packages='libvirt-daemon libvirt-daemon-system qemu-system-x86 qemu-kvm qemu-utils qemu-img chrony ntp ntpsec ntpdate
    systemd-timesyncd network-manager NetworkManager dnsmasq dnsmasq-base nftables iptables firewalld ufw openssh-server
    tgt targetcli mariadb-client mariadb mariadb-server apparmor libselinux sudo iproute2 iproute'
if command -v dpkg-query >/dev/null; then
    quietly dpkg-query -W -f '${db:Status-Abbrev} ${Package} ${Version}\n' $packages | sed -n 's/^ii *//p'
elif command -v rpm >/dev/null; then
    quietly rpm -q --qf '%{NAME} %{VERSION}-%{RELEASE}\n' $packages | grep -v 'is not installed' || true
fi
section clock
date +%s.%N
section clock-service
services='chronyd chrony systemd-timesyncd ntpd ntpsec ntp'
systemctl is-active $services 2>/dev/null | {
    for service in $services; do
        if read -r is && [ "$is" = active ]; then echo "$service"; exit; fi
    done
    exit 1
} || for service in $services; do
    if pidof "$service" >/dev/null 2>&1; then echo "$service"; break; fi
done
section clock-source
if command -v chronyc >/dev/null; then quietly chronyc -n -c sources; fi
section listening
quietly ss -Hltunp
section firewall
if [ "$(id -u)" = 0 ]; then quietly nft -a list ruleset; else quietly sudo -n nft -a list ruleset; fi
section programs
for program in bash virsh qemu-img dnsmasq nft ip bridge timeout; do
    if command -v "$program" >/dev/null; then echo "$program"; fi
done
section libvirt
timeout 10 virsh --connect qemu:///system version 2>&1 || echo "failed: $?"
section validate
timeout 10 virt-host-validate qemu 2>&1 || true
section kvm
if [ -c /dev/kvm ] && [ -r /dev/kvm ] && [ -w /dev/kvm ]; then echo usable; fi
section end
