"""Settings, each declared once with its default; kept by Qt in the platform's place."""

from __future__ import annotations

import json
from collections.abc import Container
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from .motion import Motion

RECENT = 10


class _Setting:
    """One remembered thing; what stands in a spoilt file instead of it, or beyond its bounds, is passed over."""

    def __init__(self, default: Any, *, among: Container[Any] | None = None) -> None:
        self.default, self.among = default, among

    def __set_name__(self, _: type, name: str) -> None:
        self.key = name

    def __get__(self, owner: Settings | None, _: type) -> Any:
        if owner is None:
            return self
        try:
            found = owner.store.value(self.key, self.default, type=type(self.default))
        except (TypeError, ValueError, OverflowError):
            return self.default
        fits = type(found) is type(self.default) and (self.among is None or found in self.among)
        return found if fits else self.default

    def __set__(self, owner: Settings, value: Any) -> None:
        owner.store.setValue(self.key, value)


class Settings:
    """Reads and writes the settings; give it a file to keep them elsewhere."""

    theme = _Setting("system")  # system, light or dark
    language = _Setting("system")  # system or a key of LANGUAGES
    geometry = _Setting(QByteArray())
    docks = _Setting(QByteArray())
    ui_scale = _Setting(100, among=range(50, 401))  # percent
    reduced_motion = _Setting("system")  # system, on or off
    wires = _Setting("")  # what wires encode: nothing, gradient or activation
    heat_maps = _Setting(False)
    pulses = _Setting(True)
    snap_to_grid = _Setting(False)
    minimap = _Setting("")  # on, off, or as the size of the graph asks
    minimap_corner = _Setting("bottom-right")
    folder = _Setting("")  # where the last file was opened or saved

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self.store = QSettings(str(file), QSettings.Format.IniFormat) if file else QSettings()

        self.motion = Motion(self)

    @property
    def templates(self) -> Path:
        """The folder of the user's templates: beside the settings file, or in the platform's place for data."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        return (self._file.parent if self._file is not None else Path(place)) / "templates"

    @property
    def state(self) -> Path:
        """The folder of the journals and the log: beside the settings file, or in the platform's place for state."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation)
        return self._file.parent / "state" if self._file is not None else Path(place)

    @property
    def place(self) -> Path:
        """The file that they are in (or what stands for it on a system that has none)."""
        return Path(self.store.fileName())

    def reset(self) -> None:
        """Forgets all of them, the list of recent files as well; templates and documents stay."""
        self.store.clear()
        self.store.sync()

    def recent(self) -> list[Path]:
        """Files opened or saved lately that are still there, newest first."""
        names: Any = self.store.value("recent", [])
        found = names if isinstance(names, list) else [names]
        return [Path(name) for name in found if isinstance(name, str) and _is_file(Path(name))]

    def uses(self) -> dict[str, int]:
        """How often each kind of node was added."""
        try:
            found = json.loads(str(self.store.value("uses", "{}")))
        except (ValueError, RecursionError):
            return {}
        counts = found.items() if isinstance(found, dict) else ()
        return {str(key): count for key, count in counts if isinstance(count, int)}

    def count_use(self, key: str) -> None:
        uses = self.uses()
        self.store.setValue("uses", json.dumps({**uses, key: uses.get(key, 0) + 1}))

    def remember(self, path: Path) -> None:
        others = [other for other in self.recent() if other != path]
        self.store.setValue("recent", [str(p) for p in [path, *others][:RECENT]])
        self.folder = str(path.parent)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # no name that a file could have
        return False
