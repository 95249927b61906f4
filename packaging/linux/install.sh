#!/bin/sh
# Puts Gradcanvas into the menu of the person who runs this, with its icon and its files: sh install.sh [--remove]
# The command `gradcanvas` must be on the PATH.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
icons=$share/icons/hicolor
pictures=$here/../../gui/resources

if [ "${1:-}" = --remove ]; then
    rm -f "$share/applications/gradcanvas.desktop" "$share/mime/packages/gradcanvas-mime.xml" \
        "$icons/scalable/apps/gradcanvas.svg"
    for size in 16 32 48 64 128 256 512; do rm -f "$icons/${size}x$size/apps/gradcanvas.png"; done
else
    mkdir -p "$share/applications" "$share/mime/packages" "$icons/scalable/apps"
    cp "$here/gradcanvas.desktop" "$share/applications/"
    cp "$here/gradcanvas-mime.xml" "$share/mime/packages/"
    cp "$pictures/app_icon.svg" "$icons/scalable/apps/gradcanvas.svg"
    for size in 16 32 48 64 128 256 512; do
        mkdir -p "$icons/${size}x$size/apps"
        cp "$pictures/app_icon_$size.png" "$icons/${size}x$size/apps/gradcanvas.png"
    done
fi
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications"; fi
