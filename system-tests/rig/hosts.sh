#!/usr/bin/env bash
# Test hosts on one machine: Debian with real systemd, sshd, libvirt and QEMU, each in namespaces and with a root of its own.
#
#   hosts.sh check          say what is missing here; silent and 0 where nothing is
#   hosts.sh base           make the root that all hosts share, once (about half a minute), and print where it is
#   hosts.sh guest          build the tiny bootable guest, once, and print where its qcow2 is
#   hosts.sh up [N [light]] start compute1 … computeN (2), return when their sshd answers; light ones run nothing but sshd
#   hosts.sh site [N]       the same (3) behind a controller that has a way out, as in a bare data centre
#   hosts.sh list           one line per host: name, address, fingerprint of its host key
#   hosts.sh ssh HOST [COMMAND...]
#   hosts.sh exec HOST COMMAND...     enter the host's namespaces, where sshd is out of reach
#   hosts.sh hang HOST...   its sshd takes connections and answers nothing, until `hosts.sh wake HOST...`
#   hosts.sh reboot HOST    off and on again, with what is on its disk
#   hosts.sh down           stop all of it, also what a killed run has left behind
#
# Every host has eth0 on the management network (172.16.250.20+K) and eth1 on a network of plain layer 2 for guests.
# The machine itself is 172.16.250.254. Nothing is routed: the hosts see each other and the machine, nobody else.
#
# A site has also a controller (172.16.250.11), and beyond its eth2 (192.0.2.11) an upstream (192.0.2.1) that is the outside
# world (198.51.100.1) and knows no way back to the management network: whoever wants out needs SNAT on the controller. The
# computes' default gateway is the controller. There, too, nothing leaves the machine.
#
# Light hosts are for numbers: two hundred of them fit where a dozen with systemd do.
#
# RIG_NAME     prefix of everything that has a name on the machine (rig): several rigs live side by side
# RIG_NETWORK  first three numbers of the management network (172.16.250)
# RIG_HOME   keys and the hosts' own files (/tmp/cumulet-rig)
# RIG_CACHE  what is worth keeping between runs (/var/cache/cumulet-rig)
# RIG_MIRROR a Debian mirror for `base`, where the usual one is out of reach
# RIG_PACKAGES  what else is to be installed on the hosts, after a comma each
set -euo pipefail
export PATH=$PATH:/usr/sbin:/sbin LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${RIG_HOME:-/tmp/cumulet-rig}
cache=${RIG_CACHE:-/var/cache/cumulet-rig}
key=$home/id_ed25519
prefix=${RIG_NAME:-rig}
network=${RIG_NETWORK:-172.16.250}
outside=198.51.100.1

packages() { sed '/^#/d' "$here/packages-$1.txt"; }
packages_of_hosts() { { packages host; printf %s "${RIG_PACKAGES:-}" | tr ',' '\n'; } | paste -sd,; }

# --- what all hosts share -------------------------------------------------------------------------------------------

check() {
  local missing=() package
  [ "$(id -u)" = 0 ] || { echo "root is needed: test hosts are made of namespaces and mounts"; return 1; }
  for package in $(packages machine); do
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
  done
  [ -c /dev/net/tun ] || { echo "/dev/net/tun is missing: guests need tap interfaces"; return 1; }
  [ ${#missing[@]} = 0 ] || { echo "apt-get install --no-install-recommends ${missing[*]}"; return 1; }
}

base() {
  local hash root
  hash=$(packages_of_hosts | sha256sum | cut -c1-12)
  root=$cache/base-$hash
  if [ ! -d "$root" ]; then
    mkdir -p "$cache"
    rm -rf "$root.new"
    mmdebstrap --quiet --mode=root --variant=minbase --include="$(packages_of_hosts)" \
      bookworm "$root.new" ${RIG_MIRROR:+"$RIG_MIRROR"} >&2
    rm -f "$root.new"/etc/ssh/ssh_host_*
    mv "$root.new" "$root"
  fi
  echo "$root"
}

guest() {
  local hash folder
  hash=$(cat "$here"/guest/* | sha256sum | cut -c1-12)
  folder=$cache/guest-$hash
  if [ ! -f "$folder/tiny.qcow2" ]; then
    rm -rf "$cache"/guest-*
    "$here/guest/build.sh" "$folder" >&2
  fi
  echo "$folder/tiny.qcow2"
}

# --- the wires ------------------------------------------------------------------------------------------------------

in_fabric() { ip netns exec "$prefix-fabric" "$@"; }

fabric() {
  local bridge
  ip netns add "$prefix-fabric"
  for bridge in br-mgmt br-vm br-ext; do
    in_fabric ip link add "$bridge" type bridge
    in_fabric ip link set "$bridge" up
  done
  ip link add "$prefix-mgmt" type veth peer name machine netns "$prefix-fabric"
  in_fabric ip link set machine master br-mgmt up
  ip address add "$network.254/24" dev "$prefix-mgmt"
  ip link set "$prefix-mgmt" up
  echo 0 > "/proc/sys/net/ipv4/conf/$prefix-mgmt/forwarding"
}

# The world beyond the controller.
upstream() {
  ip netns add "$prefix-upstream"
  ip -n "$prefix-upstream" link set lo up
  wire upstream eth0 br-ext
  ip -n "$prefix-upstream" address add 192.0.2.1/24 dev eth0
  ip -n "$prefix-upstream" address add "$outside/32" dev lo
  # it knows the time, too; it never touches the machine's clock
  printf '%s\n' 'local stratum 2' 'allow all' 'cmdport 0' 'bindcmdaddress /' "pidfile $home/upstream.pid" > "$home/upstream.conf"
  setsid ip netns exec "$prefix-upstream" "$root/usr/sbin/chronyd" -d -x -F 0 -u root -f "$home/upstream.conf" \
    > "$home/upstream.log" 2>&1 < /dev/null &
}

# What Debian's own networking would do at boot.
connect() { # HOST
  local gateway=$home/hosts/$1/gateway
  wire "$1" eth0 br-mgmt
  wire "$1" eth1 br-vm
  ip -n "$prefix-$1" address add "$(address "$1")/24" dev eth0
  if [ "$1" = controller ]; then
    wire "$1" eth2 br-ext
    ip -n "$prefix-$1" address add 192.0.2.11/24 dev eth2
  fi
  [ ! -f "$gateway" ] || ip -n "$prefix-$1" route add default via "$(cat "$gateway")"
}

wire() { # HOST INTERFACE BRIDGE
  local host=$1 interface=$2 bridge=$3
  # a host that was switched off a moment ago may still have its end: the kernel clears namespaces away at leisure
  in_fabric ip link delete "$host-$interface" 2>/dev/null || true
  in_fabric ip link add "$host-$interface" type veth peer name "$interface" netns "$prefix-$host"
  in_fabric ip link set "$host-$interface" master "$bridge" up
  ip -n "$prefix-$host" link set "$interface" up
}

# --- a host ---------------------------------------------------------------------------------------------------------

names() { ip netns list | sed -n "s/^$prefix-\(controller\|compute[0-9]*\)\b.*/\1/p" | sort -V; }

address() {
  case $1 in
    controller) echo "$network.11" ;;
    *) echo "$network.$((20 + ${1#compute}))" ;;
  esac
}

# The host's init, as the machine sees it: the process in the host's network namespace that is process 1 of its own.
init_of() {
  local process
  for process in $(ip netns pids "$prefix-$1"); do
    if awk '/^NSpid:/ { exit !(NF == 3 && $3 == 1) }' "/proc/$process/status" 2>/dev/null; then
      echo "$process"
      return
    fi
  done
  return 1
}

# The process that holds the host's namespaces; where it has not come as far as an init, it must not go on.
container_of() {
  local process
  process=$(cat "$home/hosts/$1/pid" 2>/dev/null) && grep -qE '^(systemd-nspawn|unshare)' "/proc/$process/comm" 2>/dev/null && echo "$process"
}

start() { # HOST BASE
  local host=$1 files=$home/hosts/$1
  mkdir -p "$files"/{upper,work,root}
  mount -t overlay "$prefix-$host" -o "lowerdir=$2,upperdir=$files/upper,workdir=$files/work" "$files/root"
  furnish "$host" "$files/root"
  boot "$host"
}

boot() { # HOST
  local host=$1 files=$home/hosts/$1
  ip netns add "$prefix-$host"
  ip netns exec "$prefix-$host" sh -c 'ip link set lo up; echo 0 > /proc/sys/net/ipv4/ip_forward'
  connect "$host"
  if [ -e "$files/light" ]; then light "$host"; else contain "$host"; fi
}

# Nothing but an init that starts sshd.
light() { # HOST
  local files=$home/hosts/$1
  setsid ip netns exec "$prefix-$1" unshare --mount --uts --ipc --pid --fork --kill-child --propagation private \
    sh -c 'mount --rbind /dev "$1/dev"; exec chroot "$1" /sbin/light-init' - "$files/root" \
    > "$files/console.log" 2>&1 < /dev/null &
  echo $! > "$files/pid"
}

contain() { # HOST
  local host=$1 files=$home/hosts/$1
  local devices=(--bind=/dev/net/tun)
  [ ! -c /dev/kvm ] || devices+=(--bind=/dev/kvm)
  # The machine may have no systemd itself, nor cgroups that could be delegated; hosts may write their own /proc/sys/net.
  SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=0 SYSTEMD_SECCOMP=0 SYSTEMD_NSPAWN_API_VFS_WRITABLE=network \
    setsid systemd-nspawn --quiet --directory="$files/root" --machine="$host" --hostname="$host" --boot \
    --network-namespace-path="/run/netns/$prefix-$host" --register=no --keep-unit --capability=all --private-users=no \
    --resolv-conf=off --timezone=off --link-journal=no --console=read-only "${devices[@]}" \
    > "$files/console.log" 2>&1 < /dev/null &
  echo $! > "$files/pid"
}

# Off and on again: what is not on its disk is gone.
reboot() { # HOST
  halt "$1"
  await_end "$1"
  ip netns delete "$prefix-$1"
  boot "$1"
  await "$1"
}

halt() { # HOST
  local init container
  ! init=$(init_of "$1") || kill -KILL "$init"
  ! container=$(container_of "$1") || kill -TERM "$container" 2>/dev/null || true
}

# What tells one host from another, and what libvirt and systemd cannot do in a container.
furnish() { # HOST ROOT
  local host=$1 root=$2 unit
  echo "$host" > "$root/etc/hostname"
  printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$host" > "$root/etc/hosts"
  : > "$root/etc/resolv.conf"
  tr -d - < /proc/sys/kernel/random/uuid > "$root/etc/machine-id"
  ssh-keygen -q -t ed25519 -N '' -C "$host" -f "$root/etc/ssh/ssh_host_ed25519_key"
  install -d -m 700 "$root/root/.ssh"
  install -m 600 "$key.pub" "$root/root/.ssh/authorized_keys"
  printf '%s\n' 'cgroup_controllers = [ ]' 'namespaces = [ ]' 'security_driver = "none"' \
    'user = "root"' 'group = "root"' 'dynamic_ownership = 0' >> "$root/etc/libvirt/qemu.conf"
  # bare hosts: what manages networks by itself leaves them alone until somebody says otherwise
  mkdir -p "$root/etc/NetworkManager/conf.d"
  printf '[keyfile]\nunmanaged-devices=interface-name:eth*\n' > "$root/etc/NetworkManager/conf.d/10-test-hosts.conf"
  echo 'DAEMON_OPTS="-F 1 -x"' > "$root/etc/default/chrony"  # the clock is the machine's: never touch it
  [ ! -e "$home/hosts/$host/light" ] || install -m 755 "$here/light-init" "$root/sbin/light-init"
  for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer \
    libvirt-guests.service NetworkManager-wait-online.service systemd-remount-fs.service systemd-timesyncd.service; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
  done
}

await() { # HOST
  local address tries
  address=$(address "$1")
  for ((tries = 0; tries < 300; tries++)); do
    ! timeout 1 bash -c "exec 3<> /dev/tcp/$address/22 && read -r -t 1 -u 3" 2>/dev/null || return 0
    sleep 0.1
  done
  echo "$1 does not answer on port 22; its console: $home/hosts/$1/console.log" >&2
  return 1
}

# --- all hosts ------------------------------------------------------------------------------------------------------

up() { # N KIND
  local root k
  ground
  for ((k = 1; k <= $1; k++)); do
    mkdir -p "$home/hosts/compute$k"
    [ "$2" != light ] || : > "$home/hosts/compute$k/light"
    start "compute$k" "$root"
  done
  for ((k = 1; k <= $1; k++)); do await "compute$k"; done
  list
}

site() { # N
  local root k
  ground
  upstream
  gateway controller 192.0.2.1
  start controller "$root"
  for ((k = 1; k <= $1; k++)); do
    gateway "compute$k" "$network.11"
    start "compute$k" "$root"
  done
  for ((k = 1; k <= $1; k++)); do await "compute$k"; done
  await controller
  list
}

gateway() { # HOST ADDRESS
  mkdir -p "$home/hosts/$1"
  echo "$2" > "$home/hosts/$1/gateway"
}

# What hosts stand on. Another rig may still stand on an older base.
ground() {
  local old
  down
  root=$(base)
  for old in "$cache"/base-*; do [ "$old" = "$root" ] || grep -q "lowerdir=$old," /proc/mounts || rm -rf "$old"; done
  mkdir -p "$home/hosts"
  ssh-keygen -q -t ed25519 -N '' -C test-hosts -f "$key"
  fabric
}

list() {
  local host
  for host in $(names); do
    echo "$host $(address "$host") $(ssh-keygen -lf "$home/hosts/$host/root/etc/ssh/ssh_host_ed25519_key.pub" | cut -d" " -f2)"
  done
}

down() {
  local host
  for host in $(names); do halt "$host"; done
  for host in $(names); do
    await_end "$host"
    ip netns delete "$prefix-$host"
  done
  for host in "$home"/hosts/*/root; do unmount "$host"; done
  ! ip netns pids "$prefix-upstream" > "$home/upstream.pids" 2>/dev/null || xargs -r kill < "$home/upstream.pids"
  ip netns delete "$prefix-upstream" 2>/dev/null || true
  ip netns delete "$prefix-fabric" 2>/dev/null || true
  ip link delete "$prefix-mgmt" 2>/dev/null || true
  rm -rf "${home:?}/hosts" "$key" "$key.pub"
}

await_end() { # HOST
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    [ -n "$(ip netns pids "$prefix-$1")" ] || container_of "$1" > /dev/null || return 0
    sleep 0.1
  done
  echo "processes of $1 do not end: $(ip netns pids "$prefix-$1" | xargs)" >&2
  return 1
}

unmount() { # FOLDER
  local tries
  for ((tries = 0; tries < 50; tries++)); do
    ! mountpoint -q "$1" || umount -R "$1" 2>/dev/null || { sleep 0.1; continue; }
    return 0
  done
  umount -R "$1"
}

# --- the way in -----------------------------------------------------------------------------------------------------

login() { # HOST [COMMAND...]
  local host=$1
  shift
  exec ssh -q -i "$key" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "root@$(address "$host")" "$@"
}

enter() { # HOST COMMAND...
  local init
  init=$(init_of "$1") || { echo "$1 is not up" >&2; return 1; }
  shift
  exec nsenter --target "$init" --mount --uts --ipc --net --pid --root --wd "$@"
}

signal() { # SIGNAL HOST...
  local host
  for host in "${@:2}"; do (enter "$host" pkill "-$1" -x sshd); done
}

case ${1:-} in
  check | base | guest | list | down) "$1" ;;
  up) up "${2:-2}" "${3:-}" ;;
  site) site "${2:-3}" ;;
  hang) signal STOP "${@:2}" ;;
  wake) signal CONT "${@:2}" ;;
  reboot) reboot "$2" ;;
  ssh) login "${@:2}" ;;
  exec) enter "${@:2}" ;;
  *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" ;;
esac
