"""Motion is reduced as the platform says, until the person says otherwise."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from gui.settings import Settings

DESKTOP = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject
from gui.settings.portal import Portal

app, key, value, later = QCoreApplication([]), sys.argv[1], eval(sys.argv[2]), eval(sys.argv[3])
path, interface = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"

class Desktop(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        if message.arguments()[-1] != key:
            return connection.send(message.createErrorReply("org.example.no", "no"))
        answer = message.createReply()
        answer.setArguments([QDBusVariant(QDBusVariant(value))])
        return connection.send(answer)

bus = QDBusConnection.sessionBus()
desktop = Desktop()
assert bus.registerService("org.freedesktop.portal.Desktop") and bus.registerVirtualObject(path, desktop)
heard = []
portal = Portal(heard.append)
portal.ask()

def change():
    signal = QDBusMessage.createSignal(path, interface, "SettingChanged")
    signal.setArguments([sys.argv[4], key, QDBusVariant(later)])
    bus.send(signal)

QTimer.singleShot(700, change)
QTimer.singleShot(1400, app.quit)
app.exec()
print(heard)
"""
KEYS = {
    "reduced-motion": ("org.freedesktop.appearance", "1", "0"),
    "enable-animations": ("org.gnome.desktop.interface", "False", "True"),
    "AnimationDurationFactor": ("org.kde.kdeglobals.KDE", "'0'", "'0.5'"),
}


@pytest.fixture
def settings(tmp_path, qapp):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def told(settings):
    heard = []
    settings.motion.changed.connect(lambda: heard.append(settings.motion.reduced))
    return heard


def test_the_platform_is_followed_until_the_person_says_otherwise(settings, told):
    assert not settings.motion.reduced
    settings.motion.take(True)
    settings.motion.take(True)
    assert told == [True]
    settings.motion.toggle()
    assert settings.reduced_motion == "off"
    settings.motion.take(True)
    assert told == [True, False]


def test_who_chooses_what_the_platform_says_follows_it_again(settings):
    settings.motion.toggle()
    assert settings.reduced_motion == "on"
    settings.motion.toggle()
    assert settings.reduced_motion == "system"
    settings.motion.take(True)
    assert settings.motion.reduced


def test_it_is_remembered_and_what_older_versions_wrote_is_understood(settings, tmp_path):
    settings.motion.toggle()
    settings.store.sync()
    assert Settings(tmp_path / "settings.ini").motion.reduced
    for older, reduced in ((True, True), (False, False)):
        settings.reduced_motion = older
        settings.store.sync()
        again = Settings(tmp_path / "settings.ini")
        again.motion.take(not reduced)
        assert again.motion.reduced is reduced


def test_the_canvas_and_its_menu_follow(app, window):
    made = window.actions_made.made["view.reduced_motion"]
    app.settings.motion.take(True)
    assert window.area.view.reduced_motion
    made.trigger()
    assert not window.area.view.reduced_motion
    app.settings.motion.toggle()
    app.speak("zh_CN")
    assert app.window.area.view.reduced_motion


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a message bus of its own")
@pytest.mark.parametrize("key", KEYS)
def test_a_desktop_is_asked_and_followed(key):
    space, value, later = KEYS[key]
    command = ["dbus-run-session", "--", sys.executable, "-c", DESKTOP, key, value, later, space]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip().endswith("[True, False]")
