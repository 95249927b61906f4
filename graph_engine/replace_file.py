"""A file is written whole or not at all."""

from __future__ import annotations

import glob
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from .errors import FileProblem
from .sentence import say

_LONG_AGO = 3600  # seconds


def replace_file(path: Path, data: bytes) -> None:
    """Puts `data` at `path` in one move, so that a crash leaves the old file or the new one."""
    temporary = None
    try:
        target = Path(os.path.realpath(path))
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
        _settle(target)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise FileProblem(say("{path} could not be written: {reason}", path=path, reason=reason)) from None


def _settle(target: Path) -> None:
    """Makes the move last through a loss of power, and removes what a save left that was killed long ago."""
    with suppress(OSError):  # the file is written; not every system can say more of a folder
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _LONG_AGO:
                left.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
