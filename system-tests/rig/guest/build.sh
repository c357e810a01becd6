#!/usr/bin/env bash
# Build the tiny guest from Debian packages: FOLDER/tiny.qcow2, about 15 MB, bootable, ready in a few seconds with 96 MB of memory.
#
#   build.sh FOLDER
#
# The disk has two partitions: a FAT with SYSLINUX, Debian's cloud kernel and an initramfs that is the whole guest, and an
# ext4 where what the guest writes is kept. Nothing is mounted: it is all put together with user-space tools.
set -euo pipefail
export PATH=$PATH:/usr/sbin:/sbin LC_ALL=C

folder=${1:?usage: build.sh FOLDER}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
disk_mb=64
fat_mb=22

fetch() { # PACKAGE FOLDER: unpack a Debian package without installing it
  (cd "$work" && apt-get -qq -o APT::Sandbox::User=root download "$1")
  dpkg -x "$work/${1}"_*.deb "$2"
}

kernel() {
  local package modules module file
  package=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -1)
  fetch "$package" "$work/kernel"
  release=${package#linux-image-}
  cp "$work/kernel/boot/vmlinuz-$release" "$work/vmlinuz"
  modules=lib/modules/$release
  depmod -b "$work/kernel" "$release"
  for module in virtio_pci virtio_blk virtio_net virtio_console virtio_scsi sd_mod sr_mod overlay button evdev \
    virtio_balloon isofs vfat nls_cp437 nls_ascii; do
    modprobe -d "$work/kernel" -S "$release" --show-depends "$module" 2>/dev/null | sed -n 's/^insmod \([^ ]*\).*/\1/p'
  done | sort -u | while read -r file; do
    install -D -m 644 "$file" "$root/$modules/${file##*/"$modules"/}"
  done
  cp "$work/kernel/$modules"/modules.{builtin,builtin.modinfo,order} "$root/$modules/"
  depmod -b "$root" "$release"
  rm -f "$root/$modules"/*.bin "$root/$modules"/modules.builtin.modinfo
}

programs() {
  local program library applet
  fetch busybox "$work/busybox" # Debian's own, which links dynamically, as dropbear does
  install -D "$work/busybox/bin/busybox" "$root/bin/busybox"
  for applet in $("$root/bin/busybox" --list); do
    [ "$applet" = busybox ] || ln -sf /bin/busybox "$root/bin/$applet"
  done
  ln -s /bin/busybox "$root/sbin/init"
  for program in /usr/sbin/dropbear /usr/bin/dropbearkey; do
    install -D "$program" "$root/usr/bin/${program##*/}"
  done
  ldd "$root/bin/busybox" "$root"/usr/bin/dropbear* | grep -o '/[^ )]*\.so[^ )]*' | sort -u | while read -r library; do
    install -D "$(readlink -f "$library")" "$root$library"
  done
}

settings() {
  install -m 755 "$here/init" "$root/init"
  install -m 755 "$here/rc" "$here/udhcpc.script" "$root/etc/"
  install -m 644 "$here/inittab" "$root/etc/"
  printf '#!/bin/sh\nexec /bin/busybox poweroff\n' > "$root/etc/acpi/PWRF/00000080" # the power button
  chmod 755 "$root/etc/acpi/PWRF/00000080"
  echo 'root:x:0:0:root:/root:/bin/sh' > "$root/etc/passwd"
  echo 'root:*:19000:0:99999:7:::' > "$root/etc/shadow" # keys only
  echo 'root:x:0:' > "$root/etc/group"
  printf '%s: files\n' passwd group shadow services protocols > "$root/etc/nsswitch.conf"
  echo 'hosts: files dns' >> "$root/etc/nsswitch.conf"
  echo '127.0.0.1 localhost' > "$root/etc/hosts"
  echo /bin/sh > "$root/etc/shells"
  chmod 700 "$root/root"
}

initramfs() {
  mkdir -p "$root"/{bin,sbin,usr/bin,etc/acpi/PWRF,etc/dropbear,dev,proc,sys,run,tmp,mnt,persist,newroot,root,var/log,lib64}
  kernel
  programs
  settings
  (cd "$root" && find . | sort | cpio -o -H newc -R 0:0 --quiet) | gzip -9n > "$work/initrd.img"
}

disk() {
  local raw=$work/tiny.raw fat=$work/fat.img
  truncate -s "${disk_mb}M" "$raw"
  printf 'label: dos\nstart=2048,size=%d,type=e,bootable\nstart=%d,type=83\n' \
    $((fat_mb * 2048)) $((2048 + fat_mb * 2048)) | sfdisk -q "$raw"
  truncate -s "${fat_mb}M" "$fat"
  mkfs.vfat -F 16 -n TINYBOOT "$fat" > /dev/null
  printf '%s\n' 'DEFAULT tiny' 'PROMPT 0' 'LABEL tiny' ' KERNEL /vmlinuz' ' INITRD /initrd.img' \
    ' APPEND console=tty0 console=ttyS0 quiet loglevel=3 panic=5' > "$work/syslinux.cfg"
  MTOOLS_SKIP_CHECK=1 mcopy -i "$fat" "$work/vmlinuz" "$work/initrd.img" "$work/syslinux.cfg" ::
  syslinux --install "$fat"
  dd if="$fat" of="$raw" bs=1M seek=1 conv=notrunc,sparse status=none
  dd if=/usr/lib/syslinux/mbr/mbr.bin of="$raw" bs=440 count=1 conv=notrunc status=none
  mke2fs -q -t ext4 -m 0 -O ^has_journal -L tinyroot -E offset=$(((1 + fat_mb) << 20)) "$raw" $((disk_mb - 1 - fat_mb))M
  mkdir -p "$folder"
  qemu-img convert -O qcow2 -c "$raw" "$folder/tiny.qcow2.new"
  mv "$folder/tiny.qcow2.new" "$folder/tiny.qcow2"
}

initramfs
disk
