"""A claim on a name that ends with the process, however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


class Hold:
    """Use `take`; the claim lasts until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path, self._handle = path, handle

    @staticmethod
    def take(path: Path) -> Hold | None:
        """The claim on `path`, a file that is made for it; None while another process has it, or none can be had."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return None
        if _locked(handle) and _is_still(path, handle):
            return Hold(path, handle)
        os.close(handle)
        return None

    def release(self) -> None:
        with suppress(OSError):
            self._path.unlink()
        os.close(self._handle)


def _locked(handle: int) -> bool:
    """Both systems let go of it when the process is gone."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still(path: Path, handle: int) -> bool:
    """Whether nobody removed the file between opening and locking it."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except OSError:
        return False
