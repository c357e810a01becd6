# Tries out what a host can reach and reads what only it can tell. Changes nothing.
# $1 marks our own lines, $2 is an address outside, $3 is a host's name for itself; then name=address of the others.
mark=$1 outside=$2 self=$3
shift 3
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
sudo=
[ "$(id -u)" = 0 ] || sudo='sudo -n'

# Everything that was said goes out in one piece, so that what runs side by side does not mix.
run() {
    section=$1
    shift
    said=$(timeout 10 "$@" 2>&1) && status=0 || status=$?
    printf '%s %s\n$ %s\n%s\n= %s\n' "$mark" "$section" "$*" "$said" "$status"
}

run login sh -c 'id -un; [ "$(id -u)" = 0 ] || sudo -n true'
run hosts-file cat /etc/hosts
run resolve:"$self" getent ahostsv4 "$self"
for peer; do
    name=${peer%%=*} address=${peer#*=}
    run resolve:"$name" getent ahostsv4 "$name"
    run ping:"$name" ping -n -c 1 -W 1 "$address" &
    nic=$(ip -o route get "$address" 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p')
    if [ -n "$nic" ] && [ -r "/sys/class/net/$nic/mtu" ]; then
        run mtu:"$name" ping -n -c 1 -W 1 -M do -s $(($(cat "/sys/class/net/$nic/mtu") - 28)) "$address" &
    fi
done
gateway=$(ip -4 route show default | sed -n 's/^default via \([^ ]*\).*/\1/p' | head -n 1)
[ -z "$gateway" ] || run gateway ping -n -c 1 -W 1 "$gateway" &
run outside ping -n -c 1 -W 2 "$outside" &
if command -v arping >/dev/null; then
    ip -o -4 address show scope global | {
        while read -r _ nic _ address _; do
            run duplicate:"$nic":"${address%/*}" $sudo arping -D -c 2 -w 2 -I "$nic" "${address%/*}" </dev/null &
        done
        wait
    }
fi
run network-manager nmcli -t -f DEVICE,STATE,CONNECTION device
if command -v chronyc >/dev/null; then
    run time-sources chronyc -n -c sources
fi
run old-time-jobs sh -c 'grep -rsnE "^[^#]*(ntpdate|rdate|sntp)" /etc/crontab /etc/cron.* /var/spool/cron /etc/rc.local || true'
run forwarding sysctl -n net.ipv4.ip_forward
run forwarding-at-boot sh -c 'sed -s -n "s/^ *net[./]ipv4[./]ip_forward *= *1 *$/1/p" /etc/sysctl.conf /etc/sysctl.d/*.conf /usr/lib/sysctl.d/*.conf 2>/dev/null | head -n 1'
run nat-at-boot sh -c '
    for unit in nftables netfilter-persistent iptables cumulet-snat; do
        ! systemctl -q is-enabled "$unit" 2>/dev/null || echo "enabled $unit"
    done
    grep -sHE "masquerade|MASQUERADE|snat|SNAT" /etc/nftables.conf /etc/nftables.d/* /etc/sysconfig/nftables.conf \
        /etc/iptables/rules.v4 /etc/sysconfig/iptables /etc/cumulet/*.nft || true'
run selinux sh -c 'if command -v getenforce >/dev/null; then getenforce; else echo absent; fi'
run apparmor sh -c 'if [ -r /sys/module/apparmor/parameters/enabled ]; then cat /sys/module/apparmor/parameters/enabled; else echo absent; fi'
wait
echo "$mark end"
