"""Whether a window can open: what the environment names, what answers, what is missing."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from steady import display, display_libraries
from steady.display import Verdict
from steady.display_libraries import LIBRARIES, Use, remedy
from steady.display_names import candidates, is_named


@pytest.mark.parametrize(
    ("environ", "kinds"),
    [
        ({}, []),
        ({"DISPLAY": ""}, []),
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ["wayland"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["xcb"]),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":0"}, ["xcb"]),
        ({"QT_QPA_PLATFORM": "wayland-egl", "WAYLAND_DISPLAY": "w"}, ["wayland"]),
        ({"QT_QPA_PLATFORM": "xcb"}, []),
        ({"QT_QPA_PLATFORM": "offscreen"}, ["offscreen"]),
        ({"QT_QPA_PLATFORM": "minimal"}, ["minimal"]),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, ["vnc"]),
    ],
)
def test_the_environment_names_the_displays_in_the_order_qt_tries_them(environ, kinds):
    assert candidates(environ) == kinds
    assert is_named(environ, "linux") is bool(kinds)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_the_desktop_is_simply_there(platform):
    assert is_named({}, platform)
    assert display.look({}, platform).verdict is Verdict.OK


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named on Linux")


@linux
def test_without_a_name_there_is_no_display():
    assert display.look({}).verdict is Verdict.NO_DISPLAY


@linux
def test_a_platform_without_a_screen_counts_as_a_display():
    assert display.look({"QT_QPA_PLATFORM": "offscreen"}).verdict is Verdict.OK


@linux
@pytest.mark.parametrize("name", [":4711", "unix:4711.0", "nonsense"])
def test_a_display_that_is_not_there_refuses(name):
    found = display.look({"DISPLAY": name})
    assert (found.verdict, found.name) == (Verdict.DISPLAY_REFUSES, name)


@linux
def test_a_wayland_display_that_is_not_there_refuses_and_one_that_listens_does_not(monkeypatch):
    environ = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"]}
    monkeypatch.setattr(display, "missing", lambda use: ())
    assert display.look(environ).verdict is Verdict.DISPLAY_REFUSES
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(Path(environ["XDG_RUNTIME_DIR"], "wayland-9")))
        listener.listen()
        assert display.look(environ).verdict is Verdict.OK


@linux
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_a_real_x_server_lets_us_in_and_one_that_wants_a_cookie_does_not(tmp_path):
    for extra, verdict in (([], Verdict.OK), (["-auth", str(cookie(tmp_path))], Verdict.DISPLAY_REFUSES)):
        number_read, number_write = os.pipe()
        server = subprocess.Popen(
            [shutil.which("Xvfb"), "-displayfd", str(number_write), "-screen", "0", "320x200x24", *extra],
            pass_fds=[number_write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            name = f":{os.read(number_read, 16).decode().strip()}"
            found = display.look({"DISPLAY": name})
            assert (found.verdict, found.name) == (verdict, name)
            found.close()
        finally:
            os.close(number_read)
            os.close(number_write)
            server.terminate()
            server.wait()


def cookie(folder: Path) -> Path:
    """Return an X authority file with a cookie that nobody else has."""
    path = folder / "authority"
    name, data = b"MIT-MAGIC-COOKIE-1", os.urandom(16)
    parts = (b"", b"", name, data)
    path.write_bytes(b"\xff\xff" + b"".join(len(part).to_bytes(2, "big") + part for part in parts))
    return path


@linux
def test_a_library_that_does_not_load_is_named(monkeypatch):
    lost = LIBRARIES[0]._replace(file="libnowhere.so.7")
    monkeypatch.setattr(display_libraries, "LIBRARIES", (lost, *LIBRARIES[1:]))
    found = display.look({"QT_QPA_PLATFORM": "offscreen"})
    assert (found.verdict, found.missing) == (Verdict.MISSING_LIBRARIES, ("libnowhere.so.7",))


@linux
def test_what_x11_lacks_does_not_matter_to_a_platform_without_a_screen(monkeypatch):
    lost = next(library for library in LIBRARIES if library.use is Use.X11)._replace(file="libnowhere.so.7")
    monkeypatch.setattr(display_libraries, "LIBRARIES", (lost,))
    assert display.look({"QT_QPA_PLATFORM": "offscreen"}).verdict is Verdict.OK


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt", "apt install libxcb-cursor0 libxcb-icccm4"),
        ("dnf", "dnf install xcb-util-cursor xcb-util-wm"),
        ("pacman", "pacman -S xcb-util-cursor xcb-util-wm"),
        ("zypper", "zypper install libxcb-cursor0 libxcb-icccm4"),
    ],
)
def test_the_remedy_is_the_exact_command_of_the_manager_that_is_there(tmp_path, manager, command):
    (tmp_path / manager).touch(mode=0o755)
    files = ("libxcb-cursor.so.0", "libxcb-icccm.so.4")
    assert remedy(files, {"PATH": str(tmp_path)}, as_root=True) == command
    assert remedy(files, {"PATH": str(tmp_path)}, as_root=False) == f"sudo {command}"


def test_a_package_is_named_once_though_it_brings_two_libraries(tmp_path):
    (tmp_path / "pacman").touch(mode=0o755)
    files = ("libxcb-randr.so.0", "libxcb-shape.so.0")
    assert remedy(files, {"PATH": str(tmp_path)}, as_root=True) == "pacman -S libxcb"


def test_without_a_manager_that_we_know_there_is_no_remedy(tmp_path):
    assert remedy(("libxcb-cursor.so.0",), {"PATH": str(tmp_path)}, as_root=True) is None
