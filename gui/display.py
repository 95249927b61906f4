"""Whether a window opened now could be seen, found out without Qt."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path

SCREENLESS = {"minimal", "minimalegl", "offscreen", "vnc"}
SECONDS_TO_ANSWER = 0.5

Address = str | tuple[str, int]


def has_display() -> bool:
    """Whether the first platform Qt would manage to start shows its windows to anyone."""
    for platform in requested_platforms() or native_platforms():
        if platform in SCREENLESS:
            return False
        if is_reachable(platform):
            return True
    return False


def requested_platforms() -> list[str]:
    """The platform names in QT_QPA_PLATFORM, without their options."""
    entries = os.environ.get("QT_QPA_PLATFORM", "").split(";")
    return [name for entry in entries if (name := entry.split(":")[0].strip().lower())]


def native_platforms() -> list[str]:
    """The platforms Qt tries here when none is requested."""
    return {"darwin": ["cocoa"], "win32": ["windows"]}.get(sys.platform, ["wayland", "xcb"])


def is_reachable(platform: str) -> bool:
    """Whether the display server a platform talks to answers; platforms without one always do."""
    if platform.startswith("wayland"):
        return any(map(accepts, wayland_addresses()))
    if platform == "xcb":
        return any(map(accepts, x11_addresses()))
    return True


def x11_addresses() -> list[Address]:
    """Where the X server named by DISPLAY listens."""
    named = re.fullmatch(r"(?:(\w+)/)?([^/]*):(\d+)(?:\.\d+)?", os.environ.get("DISPLAY", ""))
    if named is None:
        return []
    protocol, host, number = named.groups()
    if protocol == "unix" or host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"
        return ["\0" + path, path]
    return [(host.strip("[]"), 6000 + int(number))]


def wayland_addresses() -> list[Address]:
    """Where the compositor named by WAYLAND_DISPLAY listens."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    return [str(path)] if name and path.is_absolute() else []


def accepts(address: Address) -> bool:
    """Whether something accepts a connection at a socket path or at a host and port."""
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, SECONDS_TO_ANSWER).close()
            return True
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(SECONDS_TO_ANSWER)
            probe.connect(address)
            return True
    except (OSError, OverflowError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(0 if has_display() else 1)
