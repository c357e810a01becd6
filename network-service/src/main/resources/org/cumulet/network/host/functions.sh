# What a host does for the networks of its machines. Everything here may be done again and changes only what differs.
# What was made for a network is remembered as a folder with its id, so that it can be taken away again.
# shellcheck disable=SC2030,SC2031 # CHANGED is meant to be forgotten at the end of a network
PATH=$PATH:/usr/sbin:/sbin
STATE=/var/lib/cumulet/network
RUN=/run/cumulet/network
umask 022

fail() { # REASON
  echo "$1" >&2
  exit 1
}

have() { # INTERFACE
  [ -e "/sys/class/net/$1" ]
}

# Takes an interface away, also where it goes by itself meanwhile, with the namespace of its other end.
away() { # INTERFACE
  ! have "$1" || ip link del dev "$1" 2> /dev/null || ! have "$1" || fail "interface $1 does not go"
}

# One run at a time, and never an older one after a newer one.
begin() { # GENERATION
  local tool last=0
  for tool in ip bridge nft dnsmasq flock nsenter; do
    command -v $tool > /dev/null || fail "$tool is not installed (apt-get install iproute2 nftables dnsmasq-base util-linux)"
  done
  mkdir -p "$STATE" "$RUN"
  exec 9> "$RUN/lock"
  flock -w 30 9 || fail "another run does not end"
  [ ! -s "$STATE/generation" ] || last=$(cat "$STATE/generation")
  if [ "$1" -lt "$last" ]; then
    echo superseded
    exit 0
  fi
  echo "$1" > "$STATE/generation.new"
  mv "$STATE/generation.new" "$STATE/generation"
}

# Replaces a file by what comes in, at once and only where it differs: then CHANGED holds its name.
file() { # PATH
  cat > "$1.new"
  if cmp -s "$1.new" "$1"; then
    rm "$1.new"
  else
    mv "$1.new" "$1"
    CHANGED="$CHANGED ${1##*/}"
  fi
}

changed() { # NAME...
  local name
  for name; do
    case " $CHANGED " in *" $name "*) return 0 ;; esac
  done
  return 1
}

# Does what one network needs, apart from the others: where it fails, they are not touched.
carry() { # NETWORK FUNCTION
  local network=$1 status=0
  mkdir -p "$STATE/$network"
  ( set -eu; CHANGED=; "$2" ) > "$RUN/$network.log" 2>&1 9>&- &
  wait $! || status=$?
  if [ $status -eq 0 ]; then
    echo "carried $network"
  else
    echo "failed $network $(tail -n 1 "$RUN/$network.log" | tr -d '\r' | cut -c 1-300)"
  fi
  rm -f "$RUN/$network.log"
}

# The host itself is not reached by way of a network: neither by addresses it gives itself nor by its own.
unaddressed() { # INTERFACE
  local switch=/proc/sys/net/ipv6/conf/$1/disable_ipv6
  [ ! -w "$switch" ] || echo 1 > "$switch"
}

bridge_up() { # NAME MTU
  have "$1" || ip link add name "$1" type bridge stp_state 0 forward_delay 0
  [ -d "/sys/class/net/$1/bridge" ] || fail "$1 is there but is not a bridge"
  unaddressed "$1"
  ip link set dev "$1" mtu "$2" up
}

# The bridge an interface is plugged into, if any.
master() { # INTERFACE
  local link
  link=$(readlink "/sys/class/net/$1/master" || true)
  echo "${link##*/}"
}

plugged() { # INTERFACE BRIDGE MTU
  ip link set dev "$1" mtu "$3"
  [ "$(master "$1")" = "$2" ] || ip link set dev "$1" master "$2"
  ip link set dev "$1" up
}

flat() { # BRIDGE MTU INTERFACE
  local master
  have "$3" || fail "interface $3 does not exist"
  [ -z "$(ip -o addr show dev "$3" scope global)" ] || fail "interface $3 carries an address of the host itself"
  master=$(master "$3")
  [ -z "$master" ] || [ "$master" = "$1" ] || fail "interface $3 is part of $master"
  unaddressed "$3"
  ip link set dev "$3" master "$1" up
}

vxlan() { # BRIDGE MTU NAME ID OWN PEER...
  local bridge=$1 mtu=$2 name=$3 id=$4 own=$5 local_address='' peer known
  shift 5
  [ "$own" = - ] || local_address="local $own"
  if have "$name" && ! ip -d -o link show dev "$name" | grep "vxlan id $id ${local_address:+$local_address }.*dstport 4789 " > /dev/null; then
    away "$name"
  fi
  # shellcheck disable=SC2086 # two words or none
  have "$name" || ip link add name "$name" type vxlan id "$id" $local_address dstport 4789
  unaddressed "$name"
  plugged "$name" "$bridge" "$mtu"
  known=$(bridge fdb show dev "$name" | sed -n 's/^00:00:00:00:00:00 .*dst \([0-9a-f.:]*\) .*/\1/p' | tr '\n' ' ')
  for peer; do
    case " $known " in *" $peer "*) ;; *) bridge fdb append 00:00:00:00:00:00 dev "$name" dst "$peer" ;; esac
  done
  for peer in $known; do
    case " $* " in *" $peer "*) ;; *) bridge fdb del 00:00:00:00:00:00 dev "$name" dst "$peer" ;; esac
  done
}

# A namespace that is plugged into the bridge and has these addresses.
namespace() { # NAME BRIDGE MTU CABLE MAC ADDRESS...
  local name=$1 bridge=$2 mtu=$3 cable=$4 mac=$5 address known
  shift 5
  if ! ip netns exec "$name" true 2> /dev/null; then
    ip netns del "$name" 2> /dev/null || rm -f "/run/netns/$name"
    ip netns add "$name"
    nsenter --net="/run/netns/$name" sh -c 'echo 0 > /proc/sys/net/ipv4/ip_forward
      [ ! -w /proc/sys/net/ipv6/conf/all/disable_ipv6 ] || echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6
      [ ! -w /proc/sys/net/ipv6/conf/default/disable_ipv6 ] || echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6'
    ip -n "$name" link set dev lo up
  fi
  if ! have "$cable" || ! ip -n "$name" link show dev dhcp0 > /dev/null 2>&1; then
    away "$cable"
    CHANGED="$CHANGED interface"
    ip link add name "$cable" type veth peer name dhcp0 netns "$name"
    # some DHCP clients believe only sums that are there
    ! command -v ethtool > /dev/null || nsenter --net="/run/netns/$name" ethtool -K dhcp0 tx off > /dev/null 2>&1 || true
  fi
  unaddressed "$cable"
  plugged "$cable" "$bridge" "$mtu"
  ip -n "$name" link set dev dhcp0 address "$mac" mtu "$mtu" up
  known=$(ip -n "$name" -o -4 addr show dev dhcp0 | awk '{ print $4 }' | tr '\n' ' ')
  for address; do
    case " $known " in *" $address "*) ;; *) ip -n "$name" addr add "$address" brd + dev dhcp0 ;; esac
  done
  for address in $known; do
    case " $* " in *" $address "*) ;; *) ip -n "$name" addr del "$address" dev dhcp0 ;; esac
  done
}

# The process of this network's dnsmasq, if it runs, and runs in the namespace that is there now.
server() { # NETWORK NAMESPACE
  local pid
  pid=$(cat "$RUN/$1.pid" 2> /dev/null || true)
  [ -n "$pid" ] && tr '\0' ' ' < "/proc/$pid/cmdline" 2> /dev/null | grep "conf-file=$STATE/$1/dnsmasq.conf" > /dev/null || return 0
  if [ -z "$2" ] || [ "/proc/$pid/ns/net" -ef "/run/netns/$2" ]; then
    echo "$pid"
  else
    kill "$pid"
  fi
}

serve() { # NETWORK NAMESPACE
  local pid
  pid=$(server "$1" "$2")
  if [ -n "$pid" ] && changed dnsmasq.conf interface; then
    stop_server "$1"
    pid=
  fi
  if [ -z "$pid" ]; then
    nsenter --net="/run/netns/$2" dnsmasq --conf-file="$STATE/$1/dnsmasq.conf"
  elif changed hosts options; then
    kill -HUP "$pid"
  fi
}

stop_server() { # NETWORK
  local pid
  pid=$(server "$1" '')
  if [ -n "$pid" ]; then
    kill "$pid" 2> /dev/null || true
    timeout 2 tail --pid="$pid" -s 0.05 -f /dev/null || kill -9 "$pid" 2> /dev/null || true
  fi
  rm -f "$RUN/$1.pid"
}

unserve() { # NETWORK NAMESPACE CABLE
  stop_server "$1"
  [ ! -e "/run/netns/$2" ] || ip netns del "$2"
  away "$3"
  rm -f "$STATE/$1/dnsmasq.conf" "$STATE/$1/hosts" "$STATE/$1/options"
}

# All filters of all networks are one table and change in one step.
filter() { # reads the rules
  local CHANGED=
  file "$STATE/filter.nft"
  if changed filter.nft || ! nft list table bridge cumulet_network > /dev/null 2>&1; then
    nft -f "$STATE/filter.nft" || { rm -f "$STATE/filter.nft"; fail "the filter cannot be loaded"; }
  fi
}

unfilter() {
  ! nft list table bridge cumulet_network > /dev/null 2>&1 || nft delete table bridge cumulet_network
  rm -f "$STATE/filter.nft"
}

# Takes away all that was made for a network. The flat interface stays as it is, without the bridge.
drop() { # NETWORK
  local short=${1%"${1#????????}"} long=${1%"${1#???????????}"} member
  unserve "$1" "cumulet-$short" "cd-$long"
  away "vx-$long"
  if have "cb-$long"; then
    for member in "/sys/class/net/cb-$long/brif"/*; do
      [ ! -e "$member" ] || ip link set dev "${member##*/}" nomaster
    done
    away "cb-$long"
  fi
  rm -rf "${STATE:?}/$1" "$RUN/$1.log"
}

# Networks that are here and are not among these are taken away.
keep_only() { # NETWORK...
  local folder network status
  for folder in "$STATE"/*/; do
    network=$(basename "$folder")
    case "$network" in ????????-????-????-????-????????????) ;; *) continue ;; esac
    case " $* " in *" $network "*) continue ;; esac
    status=0
    ( set -eu; drop "$network" ) > "$RUN/drop.log" 2>&1 9>&- &
    wait $! || status=$?
    [ $status -eq 0 ] && echo "dropped $network" || echo "kept $network $(tail -n 1 "$RUN/drop.log" | cut -c 1-300)"
    rm -f "$RUN/drop.log"
  done
}
