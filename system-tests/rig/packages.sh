#!/usr/bin/env bash
# Lets a test host install packages although nothing leaves the machine: they are downloaded here, once, and given to the host
# as the one repository that its apt knows.
#
#   packages.sh HOST PACKAGE...
set -euo pipefail
export PATH=$PATH:/usr/sbin:/sbin LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
host=$1
shift

base=$("$here/hosts.sh" base)
folder=$(dirname "$base")/packages-$(printf '%s\n' "$base" "$@" | sha256sum | cut -c1-12)

if [ ! -d "$folder" ]; then
  rm -rf "$folder.new"
  mkdir -p "$folder.new/partial"
  apt-get -q -y -o "Dir::State::status=$base/var/lib/dpkg/status" -o "Dir::Cache::archives=$folder.new/" -o Debug::NoLocking=1 \
    --no-install-recommends --download-only install "$@" >&2
  (
    cd "$folder.new"
    rm -rf partial lock
    for file in *.deb; do
      plain=${file//%3a/_}
      [ "$file" = "$plain" ] || mv "$file" "$plain"
      dpkg-deb -f "$plain"
      printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "$plain" "$(stat -c %s "$plain")" "$(sha256sum < "$plain" | cut -d' ' -f1)"
    done > Packages
  )
  mv "$folder.new" "$folder"
fi

tar -C "$folder" -c . | "$here/hosts.sh" ssh "$host" 'mkdir -p /srv/packages && tar -C /srv/packages -x &&
  rm -f /etc/apt/sources.list.d/* && echo "deb [trusted=yes] file:/srv/packages ./" > /etc/apt/sources.list'
