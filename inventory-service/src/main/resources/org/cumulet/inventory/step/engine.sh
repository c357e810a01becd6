# Brings a host into its declared state, or back. A plan follows: a function that calls step, file, block and so on, in order.
# Every argument is a word of letters, digits and ./_=+:@-; texts come in base64. Works in sh of Debian, of RHEL and of busybox.
#
#   look MARK         say of everything in the plan what is there; changes nothing
#   apply FOLDER      change what differs; before every change FOLDER/journal learns the way back
#   undo FOLDER       all ways back, the last one first
#   back FOLDER       undo, and say so in FOLDER/state
#   whole FOLDER      look, apply, look: what was said goes to FOLDER/was and FOLDER/is
#   run FOLDER GUARD  apply, then wait GUARD seconds for the word that it is well; undo where anything fails or nobody confirms;
#                     where GUARD is - nobody is waited for, and it is looked before and after
#
# FOLDER/state is `running`, `waiting`, `undoing` and in the end `done`, `undone` or `broken`; whoever holds FOLDER/lock is at work.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
umask 022
root=${CUMULET_ROOT:-}
begin='# BEGIN cumulet: this block is kept by the cloud' end='# END cumulet'
changed=

decode() { case $1 in - | .) ;; *) printf %s "$1" | base64 -d ;; esac; } # - is nothing at all, . is something empty
encode() { text=$(base64 | tr -d '\n'); printf %s "${text:-.}"; }
said() { printf '%s %s %s\n' "$mark" "$at" "$1"; } # what is there, in base64; - where nothing is

way_back() { printf '%s\n' "$*" >> "$folder/journal"; sync "$folder/journal" 2> /dev/null || sync; changed=yes; }

has_systemd() { [ -z "$root" ] && [ -d /run/systemd/system ]; }

step() {
    at=$1 changed=
    if [ "$what" = apply ] && [ -e "$folder/cancelled" ]; then echo 'cancelled'; exit 75; fi
    [ "$what" != apply ] || echo "# $1"
}

# --- files ----------------------------------------------------------------------------------------------------------

content() { if [ -f "$root$1" ]; then encode < "$root$1"; else printf -- -; fi; }

# At once and whole, with the mode and the owner of what was there.
put() { # PATH MODE TEXT
    target=$root$1
    [ ! -L "$target" ] || target=$(readlink -f "$target")
    if [ "$3" = - ]; then
        rm -f "$target"
        return
    fi
    mkdir -p "$(dirname "$target")"
    rm -f "$target.cumulet"
    if [ -f "$target" ]; then cp -p "$target" "$target.cumulet"; else : > "$target.cumulet"; chmod "$2" "$target.cumulet"; fi
    decode "$3" > "$target.cumulet"
    sync "$target.cumulet" 2> /dev/null || sync
    mv -f "$target.cumulet" "$target"
}

keep() { # PATH: as it was, for people
    [ ! -f "$root$1" ] || { mkdir -p "$folder/backup"; cp -p "$root$1" "$folder/backup/$(printf %s "$1" | tr / %)"; }
}

file() { # PATH MODE TEXT
    is=$(content "$1")
    if [ "$what" = look ]; then said "$is"; return; fi
    [ "$is" != "$3" ] || return 0
    keep "$1"
    way_back put "$1" "$2" "$is"
    put "$1" "$2" "$3"
}

block_of() { # PATH
    [ -f "$root$1" ] || { printf -- -; return; }
    awk -v begin="$begin" -v end="$end" '
        $0 == begin { if (inside) exit 3; inside = 1; next }
        $0 == end { if (!inside) exit 3; inside = 0; next }
        inside { print }
        END { if (inside) exit 3 }' "$root$1" > /dev/null || { echo "$1 has a block of ours that is torn: begin and end do not match" >&2; return 1; }
    if ! grep -qxF "$begin" "$root$1"; then printf -- -; return; fi
    awk -v begin="$begin" -v end="$end" '$0 == begin { inside = 1; next } $0 == end { inside = 0 } inside' "$root$1" | encode
}

# Foreign lines stay as they are, where they are.
put_block() { # PATH TEXT
    new=$({
        [ ! -f "$root$1" ] || awk -v begin="$begin" -v end="$end" '
            $0 == begin { inside = 1; next } $0 == end { inside = 0; next } !inside' "$root$1"
        if [ "$2" != - ]; then printf '%s\n' "$begin"; decode "$2"; printf '%s\n' "$end"; fi
    } | encode)
    put "$1" 0644 "$new"
}

block() { # PATH TEXT
    is=$(block_of "$1")
    if [ "$what" = look ]; then said "$is"; return; fi
    [ "$is" != "$2" ] || return 0
    keep "$1"
    way_back put_block "$1" "$is"
    put_block "$1" "$2"
}

# --- time, as it was kept before chrony -----------------------------------------------------------------------------

old_jobs() {
    (cd "$root/" && grep -rsnE '^[^#]*(ntpdate|rdate|sntp)' etc/crontab etc/cron.* var/spool/cron etc/rc.local || true)
}

old_time_jobs() { # remove or leave
    if [ "$what" = look ]; then said "$(old_jobs | encode)"; return; fi
    [ "$1" = remove ] || return 0
    for path in $(old_jobs | cut -d: -f1 | sort -u); do
        keep "/$path"
        way_back put "/$path" 0644 "$(content "/$path")"
        put "/$path" 0644 "$(sed -E 's/^([^#]*(ntpdate|rdate|sntp).*)$/# replaced by chrony: \1/' "$root/$path" | encode)"
    done
}

# --- packages -------------------------------------------------------------------------------------------------------

if command -v dpkg-query > /dev/null; then
    installed() { dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2> /dev/null | sed -n 's/^ii *//p' | sort; }
    install_packages() { apt-get -qq update || true; apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@"; }
    remove_packages() { apt-get -qq -y -o DPkg::Lock::Timeout=300 remove "$@"; }
else
    installed() { if [ $# = 0 ]; then rpm -qa --qf '%{NAME}\n'; else rpm -q --qf '%{NAME}\n' "$@" | grep -v 'not installed'; fi | sort; }
    install_packages() { dnf -q -y --setopt=install_weak_deps=False install "$@"; }
    remove_packages() { dnf -q -y --noautoremove remove "$@"; }
fi

packages() { # NAME...
    here=$(installed "$@" || true)
    if [ "$what" = look ]; then said "$(printf '%s\n' "$here" | encode)"; return; fi
    missing=
    for name; do printf '%s\n' "$here" | grep -qxF "$name" || missing="$missing $name"; done
    [ -n "$missing" ] || return 0
    before=$folder/packages-before-$at
    installed > "$before"
    way_back put_packages "$before"
    install_packages $missing
}

put_packages() { # LIST: what has come since goes
    installed > "$folder/packages-now"
    new=$(comm -13 "$1" "$folder/packages-now")
    [ -z "$new" ] || remove_packages $new
}

# --- services and the kernel ----------------------------------------------------------------------------------------

unit_is() {
    has_systemd || { echo 'no systemd'; return; }
    enabled=$(systemctl is-enabled "$1" 2> /dev/null) || true
    active=$(systemctl is-active "$1" 2> /dev/null) || true
    echo "${enabled:-unknown} ${active:-unknown}"
}

unit() { # NAME
    is=$(unit_is "$1")
    if [ "$what" = look ]; then said "$(echo "$is" | encode)"; return; fi
    case $is in 'enabled active' | 'static active' | 'alias active') return 0 ;; esac
    way_back put_unit "$1" $is
    systemctl --quiet enable "$1"
    systemctl start "$1"
}

put_unit() { # NAME ENABLED ACTIVE
    case $2 in enabled | static | alias | no) ;; *) systemctl --quiet disable "$1" || true ;; esac
    [ "$3" = active ] || systemctl stop "$1" || true
}

sysctl_value() { # KEY VALUE
    is=$(sysctl -n "$1")
    if [ "$what" = look ]; then said "$(echo "$is" | encode)"; return; fi
    [ "$is" != "$2" ] || return 0
    way_back sysctl -q -w "$1=$is"
    sysctl -q -w "$1=$2"
}

table_is() { nft -s list table "$1" "$2" 2> /dev/null || true; }

squeezed() { tr -s ' \t\n' ' '; }

table() { # FAMILY NAME FILE TEXT: a table of our own, as nft lists it
    is=$(table_is "$1" "$2")
    if [ "$what" = look ]; then said "$([ -z "$is" ] && printf -- - || printf '%s\n' "$is" | encode)"; return; fi
    [ "$(printf '%s\n' "$is" | squeezed)" != "$(decode "$4" | squeezed)" ] || return 0
    way_back put_table "$1" "$2" "$([ -z "$is" ] && printf -- - || printf '%s\n' "$is" | encode)"
    nft -f "$3"
}

put_table() { # FAMILY NAME TEXT
    nft delete table "$1" "$2" 2> /dev/null || true
    [ "$3" = - ] || decode "$3" | nft -f -
}

master() { [ ! -e "/sys/class/net/$1/master" ] || basename "$(readlink "/sys/class/net/$1/master")"; }

bridge_is() { # NAME PORT
    [ -d "/sys/class/net/$1/bridge" ] || { echo 'no bridge'; return; }
    if [ "$(master "$2")" = "$1" ]; then echo "with $2"; else echo "without $2"; fi
}

bridge() { # NAME PORT UNIT
    is=$(bridge_is "$1" "$2")
    if [ "$what" = look ]; then said "$(echo "$is" | encode)"; return; fi
    [ "$is" != "with $2" ] || return 0
    [ -e "/sys/class/net/$2" ] || { echo "there is no interface $2" >&2; return 1; }
    if [ -n "$(ip -o -4 address show dev "$2" scope global)" ]; then
        echo "$2 carries an address of this host, and a port of a bridge must not" >&2
        return 1
    fi
    case $(master "$2") in '' | "$1") ;; *) echo "$2 is a port of $(master "$2") already" >&2; return 1 ;; esac
    way_back put_bridge "$1" "$2" "$([ -d "/sys/class/net/$1" ] && echo stays || echo goes)"
    systemctl restart "$3"
}

put_bridge() { # NAME PORT stays|goes
    [ "$(master "$2")" != "$1" ] || ip link set "$2" nomaster
    [ "$3" = stays ] || ! [ -d "/sys/class/net/$1/bridge" ] || ip link delete "$1"
}

# --- what must hear of a change -------------------------------------------------------------------------------------

# Noted also for the way back, at whose end they are called again.
tell() { # restart UNIT | reload | network-manager
    [ "$what" = apply ] && [ -n "$changed" ] || return 0
    echo "call $*" >> "$folder/calls"
    call "$@"
}

call() {
    has_systemd || return 0
    case $1 in
        restart) systemctl reset-failed "$2" 2> /dev/null || true; systemctl restart "$2" ;;
        reload) systemctl daemon-reload ;;
        network-manager) ! systemctl -q is-active NetworkManager || nmcli general reload ;;
    esac
}

# --- all of it ------------------------------------------------------------------------------------------------------

state() {
    printf '%s\n' "$1" > "$folder/state.new"
    [ "$1" = running ] || sync "$folder/state.new" 2> /dev/null || sync
    mv -f "$folder/state.new" "$folder/state"
}

undo() {
    [ ! -e "$folder/journal" ] || sed '1!G;h;$!d' "$folder/journal" > "$folder/back"
    failed=
    [ ! -e "$folder/back" ] || while IFS= read -r line; do
        (eval "$line") < /dev/null || { echo "could not: $(printf %.200s "$line")"; failed=yes; }
    done < "$folder/back"
    [ ! -e "$folder/calls" ] || sort -u "$folder/calls" | while IFS= read -r line; do (eval "$line") < /dev/null || true; done
    [ -z "$failed" ]
}

go_back() {
    state undoing
    if sh -u "$folder/script" undo "$folder" >> "$folder/log" 2>&1 9>&-; then state undone; else state broken; fi
}

# Somebody says a word through FOLDER/word; waiting for it costs nothing.
confirmed() {
    case $(timeout "$guard" cat "$folder/word" || echo silence) in
        confirmed*) return 0 ;;
        cancelled*) echo 'cancelled' >> "$folder/log" ;;
        *) echo "nobody confirmed within $guard s that this host can still be reached" >> "$folder/log" ;;
    esac
    return 1
}

look_into() { # FILE
    what=look mark=${folder##*/}:$1
    { plan; echo "$mark end"; } > "$folder/$1"
}

run() {
    now=
    [ ! -e "$folder/state" ] || read -r now < "$folder/state"
    case $now in done | undone | broken) return ;; esac
    if [ -s "$folder/journal" ]; then # the machine went down in the middle
        echo 'found half done' >> "$folder/log"
        go_back
        return
    fi
    state running
    if [ "$guard" = - ]; then
        if sh -eu "$folder/script" whole "$folder" >> "$folder/log" 2>&1 9>&-; then state done; else go_back; fi
        return
    fi
    if sh -eu "$folder/script" apply "$folder" >> "$folder/log" 2>&1 9>&-; then
        [ -p "$folder/word" ] || mkfifo "$folder/word"
        state waiting
        if confirmed; then state done; else go_back; fi
    else
        go_back
    fi
}

main() {
    what=$1
    case $what in
        look) mark=$2; plan; echo "$mark end" ;;
        apply) folder=$2; plan ;;
        whole) folder=$2; look_into was; what=apply; plan; look_into is ;;
        undo) folder=$2; undo ;;
        run) folder=$2 guard=$3; run ;;
        back) folder=$2; go_back ;;
    esac
}
