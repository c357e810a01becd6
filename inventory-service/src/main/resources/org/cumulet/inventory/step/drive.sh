# Drives a preparation that runs on the host by itself, so that it ends well or undoes itself whoever goes away.
#
#   begin FOLDER GUARD    start it unless it has been started; the script's base64 follows as SCRIPT
#   whole FOLDER          all of it, with nobody to confirm it: also says what was there before and what is there after
#   confirm FOLDER        the host can still be reached: what was done stays
#   cancel FOLDER         undo what was done, as soon as the step that is under way is over
#   back FOLDER           undo what was done and confirmed
#
# Waits a while and then says the state, and after a line the end of the log.
do=$1 folder=$2 guard=$3 patience=$4
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
umask 077

now=none
look() { { read -r now < "$folder/state"; } 2> /dev/null || now=none; }
is_at_work() { ! flock -n "$folder/lock" true; }

# The lock passes to whoever runs on when we are gone.
detach() {
    exec 9> "$folder/lock"
    if flock -w 2 9; then setsid sh -u "$folder/script" "$@" < /dev/null > /dev/null 2>&1 & fi
    exec 9>&-
}

say() { timeout 5 sh -c 'echo "$1" > "$2"' - "$1" "$folder/word" || true; }

await() { # STATE...
    left=$((patience * 5))
    while [ "$left" -gt 0 ]; do
        look
        for wanted; do [ "$now" != "$wanted" ] || return 0; done
        sleep 0.2
        left=$((left - 1))
    done
}

lay_out() {
    [ ! -e "$folder/script" ] || return 0
    mkdir -p "$folder"
    set -- "${folder%/*}"/*
    [ $# -le 20 ] || ls -1dt "$@" | tail -n +21 | xargs -r rm -rf --
    printf %s "$SCRIPT" | base64 -d > "$folder/script.new"
    mv "$folder/script.new" "$folder/script"
}

begin() {
    lay_out
    left=$((patience * 5))
    while [ "$left" -gt 0 ]; do
        look
        case $now in done | undone | broken) return 0 ;; esac
        if [ "$now" = waiting ] || [ $((left % 5)) = 0 ]; then
            if ! is_at_work; then
                detach run "$folder" "$guard"
            elif [ "$now" = waiting ]; then
                return 0
            fi
        fi
        sleep 0.2
        left=$((left - 1))
    done
}

# Where nothing was to be changed nothing is left.
whole() {
    lay_out
    look
    case $now in done | undone | broken) ;; *)
        detach run "$folder" -
        flock -w "$patience" "$folder/lock" true || true
        look
    esac
    [ "$now" != done ] || cat "$folder/was" "$folder/is"
    [ "$now" != done ] || [ -s "$folder/journal" ] || gone=$folder
}

confirm() {
    look
    [ "$now" != waiting ] || say confirmed
    await done undone broken
}

cancel() {
    mkdir -p "$folder"
    : > "$folder/cancelled"
    look
    [ "$now" != none ] || [ -e "$folder/script" ] || return 0
    if ! is_at_work; then
        case $now in running | waiting | undoing) detach back "$folder" ;; esac
    else
        await waiting done undone broken
        [ "$now" != waiting ] || say cancelled
    fi
    await done undone broken
}

back() {
    look
    if [ "$now" = done ] || { [ "$now" = undoing ] && ! is_at_work; }; then
        printf '%s\n' undoing > "$folder/state"
        detach back "$folder"
    fi
    await undone broken none
}

gone=
"$do"
look
echo "$now"
echo --
tail -c 4000 "$folder/log" 2> /dev/null || true
[ -z "$gone" ] || rm -rf -- "$gone"
