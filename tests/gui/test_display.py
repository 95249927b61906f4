from __future__ import annotations

import runpy
import socket
import sys
from pathlib import Path

import pytest

from gui import display

VARIABLES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
UNIX_ONLY = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs unix sockets")


@pytest.fixture(autouse=True)
def bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> set[display.Address]:
    """The addresses that accept a connection, instead of the real ones."""
    addresses: set[display.Address] = set()
    monkeypatch.setattr(display, "accepts", addresses.__contains__)
    return addresses


def test_a_bare_linux_has_none() -> None:
    assert not display.has_display()


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_a_desktop_system_always_has_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert display.has_display()


@pytest.mark.parametrize("requested", ["offscreen", "offscreen:size=800x600", "minimal", "vnc:port=5901", "Offscreen"])
def test_a_platform_without_a_screen_has_none_even_beside_a_server(
    monkeypatch: pytest.MonkeyPatch, answering: set[display.Address], requested: str
) -> None:
    answering.add("/tmp/.X11-unix/X0")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", requested)
    assert not display.has_display()


@pytest.mark.parametrize("requested", ["eglfs", "linuxfb:fb=/dev/fb0"])
def test_a_platform_that_needs_no_server_has_one(monkeypatch: pytest.MonkeyPatch, requested: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", requested)
    assert display.has_display()


@pytest.mark.parametrize("requested", ["", "xcb", "wayland;xcb"])
def test_requesting_a_platform_does_not_make_its_server_answer(
    monkeypatch: pytest.MonkeyPatch, answering: set[display.Address], requested: str
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", requested)
    assert not display.has_display()
    answering.add("/tmp/.X11-unix/X0")
    assert display.has_display()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (":7", "/tmp/.X11-unix/X7"),
        (":7.1", "\0/tmp/.X11-unix/X7"),
        ("unix:7", "/tmp/.X11-unix/X7"),
        ("unix/somewhere:7", "/tmp/.X11-unix/X7"),
        ("somewhere:10.0", ("somewhere", 6010)),
        ("tcp/somewhere:10", ("somewhere", 6010)),
        ("[::1]:10", ("::1", 6010)),
    ],
)
def test_the_x_server_is_looked_for_where_display_says(
    monkeypatch: pytest.MonkeyPatch, answering: set[display.Address], name: str, address: display.Address
) -> None:
    monkeypatch.setenv("DISPLAY", name)
    assert not display.has_display()
    answering.add(address)
    assert display.has_display()


@pytest.mark.parametrize("name", ["", "nonsense", ":", ":x", "a b"])
def test_a_malformed_display_names_no_server(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("DISPLAY", name)
    assert display.x11_addresses() == []


@pytest.mark.parametrize(
    ("name", "folder", "found"),
    [
        ("wayland-1", "/run/user/1", ["/run/user/1/wayland-1"]),
        ("/tmp/socket", "/run/user/1", ["/tmp/socket"]),
        ("wayland-1", "", []),
        ("", "/run/user/1", []),
    ],
)
def test_the_compositor_is_looked_for_where_wayland_display_says(
    monkeypatch: pytest.MonkeyPatch, answering: set[display.Address], name: str, folder: str, found: list[str]
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", name)
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    answering.update(found)
    assert display.wayland_addresses() == found
    assert display.has_display() == bool(found)


@UNIX_ONLY
def test_only_a_listening_socket_accepts(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    assert not display.accepts(path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        assert not display.accepts(path)
        server.listen()
        assert display.accepts(path)
    assert not display.accepts(path)


def test_only_a_listening_port_accepts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert display.accepts(("127.0.0.1", port))
    assert not display.accepts(("127.0.0.1", port))


@pytest.mark.parametrize("address", [("127.0.0.1", 70000), ("." * 70, 6000), "a\0b", "x" * 300])
def test_an_impossible_address_does_not_accept(address: display.Address) -> None:
    assert not display.accepts(address)


@pytest.mark.filterwarnings("ignore:.*found in sys.modules:RuntimeWarning")
@pytest.mark.parametrize(("requested", "status"), [("offscreen", 1), ("eglfs", 0)])
def test_running_it_exits_with_the_answer(monkeypatch: pytest.MonkeyPatch, requested: str, status: int) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", requested)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("gui.display", run_name="__main__")
    assert stopped.value.code == status
