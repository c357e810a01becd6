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
