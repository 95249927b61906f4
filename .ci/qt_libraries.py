#!/usr/bin/env python3
"""Finds the libraries that Qt's wheels expect of a Linux system, and installs the missing ones where it may."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def needed(window: bool) -> dict[str, str]:
    """The libraries Qt loads here, each with the Debian package that brings it."""
    if not window:
        return ALWAYS
    return ALWAYS | X11 | (WAYLAND if os.environ.get("WAYLAND_DISPLAY") else {})


def loads(library: str) -> bool:
    """Whether the dynamic linker finds a library and all it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def succeeds(*command: str) -> bool:
    """Whether a command ends well, unheard."""
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def apt_get(*arguments: str) -> bool:
    """Whether apt-get, asking nothing, did what it was told."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    return succeeds(*as_root, *quietly, *arguments)


def name_here(package: str) -> str | None:
    """What this release calls a package: the 64-bit time_t transition renamed some."""
    return next((name for name in (package, package + "t64") if succeeds("apt-cache", "show", name)), None)


def install(packages: list[str]) -> bool:
    """Whether apt-get installed the packages, with fresh lists only if the ones at hand do not do."""
    for refresh in (False, True):
        if refresh and not apt_get("update"):
            continue
        names = [name_here(package) for package in packages]
        if None not in names and apt_get("install", "-y", "--no-install-recommends", *filter(None, names)):
            return True
    return False


def main(window: bool) -> int:
    """Checks, installs if that is possible, and says in one line what is left to do."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = {library: package for library, package in needed(window).items() if not loads(library)}
    if not missing:
        return 0
    if not shutil.which("apt-get"):
        return complain(f"Qt needs {' '.join(missing)}: install them with this system's package manager")
    packages = sorted(set(missing.values()))
    if os.geteuid() == 0 or succeeds("sudo", "-n", "true"):
        print("Installing Qt's system libraries:", *packages, flush=True)
        if install(packages) and all(map(loads, missing)):
            return 0
    names = " ".join(name_here(package) or package for package in packages)
    return complain(f"Qt needs more of this system: sudo apt-get update && sudo apt-get install -y {names}")


def complain(sentence: str) -> int:
    """Tells standard error what is wrong, and fails."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(window="--window" in sys.argv[1:]))
