"""The Linux libraries that Qt and the sound load beside their own, and the packages that bring them.

`packaging/setup` reads the same list, to set up a checkout before anything is installed.
"""

# pathlib takes longer to import than a second start should last, hence os.path.
# ruff: noqa: PTH118

import os
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple


class Use(Enum):
    """What a library is for."""

    DRAW = "draw"
    X11 = "x11"
    WAYLAND = "wayland"
    SOUND = "sound"


class Library(NamedTuple):
    """One library: the file that is loaded, what it is for, and its package's name for each package manager."""

    file: str
    use: Use
    apt: str
    dnf: str
    pacman: str
    zypper: str


LIBRARIES = (
    Library("libEGL.so.1", Use.DRAW, "libegl1", "libglvnd-egl", "libglvnd", "Mesa-libEGL1"),
    Library("libGL.so.1", Use.DRAW, "libgl1", "libglvnd-glx", "libglvnd", "Mesa-libGL1"),
    Library("libX11.so.6", Use.DRAW, "libx11-6", "libX11", "libx11", "libX11-6"),
    Library("libxkbcommon.so.0", Use.DRAW, "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    Library("libfontconfig.so.1", Use.DRAW, "libfontconfig1", "fontconfig", "fontconfig", "fontconfig"),
    Library("libfreetype.so.6", Use.DRAW, "libfreetype6", "freetype", "freetype2", "libfreetype6"),
    Library("libglib-2.0.so.0", Use.DRAW, "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    Library("libgthread-2.0.so.0", Use.DRAW, "libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    Library("libdbus-1.so.3", Use.DRAW, "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    Library("libX11-xcb.so.1", Use.X11, "libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    Library(
        "libxkbcommon-x11.so.0",
        Use.X11,
        "libxkbcommon-x11-0",
        "libxkbcommon-x11",
        "libxkbcommon-x11",
        "libxkbcommon-x11-0",
    ),
    Library("libxcb-cursor.so.0", Use.X11, "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", Use.X11, "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    Library("libxcb-util.so.1", Use.X11, "libxcb-util1", "xcb-util", "xcb-util", "libxcb-util1"),
    Library("libxcb-image.so.0", Use.X11, "libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    Library(
        "libxcb-keysyms.so.1", Use.X11, "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"
    ),
    Library(
        "libxcb-render-util.so.0",
        Use.X11,
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
        "libxcb-render-util0",
    ),
    Library("libxcb-randr.so.0", Use.X11, "libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    Library("libxcb-render.so.0", Use.X11, "libxcb-render0", "libxcb", "libxcb", "libxcb-render0"),
    Library("libxcb-shape.so.0", Use.X11, "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    Library("libxcb-shm.so.0", Use.X11, "libxcb-shm0", "libxcb", "libxcb", "libxcb-shm0"),
    Library("libxcb-sync.so.1", Use.X11, "libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    Library("libxcb-xfixes.so.0", Use.X11, "libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", Use.X11, "libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    Library(
        "libwayland-client.so.0",
        Use.WAYLAND,
        "libwayland-client0",
        "libwayland-client",
        "wayland",
        "libwayland-client0",
    ),
    Library(
        "libwayland-cursor.so.0",
        Use.WAYLAND,
        "libwayland-cursor0",
        "libwayland-cursor",
        "wayland",
        "libwayland-cursor0",
    ),
    Library("libportaudio.so.2", Use.SOUND, "libportaudio2", "portaudio", "portaudio", "libportaudio2"),
)

COMMANDS = {
    "apt": "apt install",
    "dnf": "dnf install",
    "pacman": "pacman -S",
    "zypper": "zypper install",
}
"""How each package manager installs, in the order they are looked for."""


def missing(use: Use) -> tuple[str, ...]:
    """Return the files that cannot be loaded, of those for this use, and of those every window needs if it is one.

    What loads stays loaded; Qt loads it next anyway.
    """
    from ctypes import CDLL  # noqa: PLC0415 - only a start that is about to open a window needs it

    lacking, wanted = [], {use} if use is Use.SOUND else {Use.DRAW, use}
    for library in LIBRARIES:
        if library.use in wanted:
            try:
                CDLL(library.file)
            except OSError:
                lacking.append(library.file)
    return tuple(lacking)


def remedy(files: Sequence[str], environ: Mapping[str, str], *, as_root: bool) -> str | None:
    """Return the exact command that installs those files here, or None where there is none we know."""
    for manager, command in COMMANDS.items():
        if _is_installed(manager, environ):
            packages = [getattr(library, manager) for library in LIBRARIES if library.file in files]
            if not packages:
                return None
            return " ".join((*(() if as_root else ("sudo",)), command, *dict.fromkeys(packages)))
    return None


def _is_installed(program: str, environ: Mapping[str, str]) -> bool:
    folders = environ.get("PATH", os.defpath).split(os.pathsep)
    return any(os.access(os.path.join(folder, program), os.X_OK) for folder in folders)
