"""What Qt expects of a Linux system: the files it loads, and the packages that bring them.

Read from the libraries' own lists (`objdump -p libqxcb.so libQt6Gui.so.6`), less what PySide6 brings itself.
"""

import enum
from typing import NamedTuple


class Group(enum.Enum):
    """What libraries are for."""

    DRAW = "drawing"
    X11 = "a window under X11"
    WAYLAND = "a window under Wayland"


class Needed(NamedTuple):
    """One library: the file that is loaded, what it is for, and its package's name for each package manager."""

    file: str
    group: Group
    apt: str
    dnf: str
    pacman: str
    zypper: str


LIBRARIES = (
    Needed("libEGL.so.1", Group.DRAW, "libegl1", "libglvnd-egl", "libglvnd", "Mesa-libEGL1"),
    Needed("libGL.so.1", Group.DRAW, "libgl1", "libglvnd-glx", "libglvnd", "Mesa-libGL1"),
    Needed("libX11.so.6", Group.DRAW, "libx11-6", "libX11", "libx11", "libX11-6"),
    Needed("libxkbcommon.so.0", Group.DRAW, "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    Needed("libfontconfig.so.1", Group.DRAW, "libfontconfig1", "fontconfig", "fontconfig", "fontconfig"),
    Needed("libfreetype.so.6", Group.DRAW, "libfreetype6", "freetype", "freetype2", "libfreetype6"),
    Needed("libglib-2.0.so.0", Group.DRAW, "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    Needed("libgthread-2.0.so.0", Group.DRAW, "libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    Needed("libdbus-1.so.3", Group.DRAW, "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    Needed("libX11-xcb.so.1", Group.X11, "libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    Needed(
        "libxkbcommon-x11.so.0",
        Group.X11,
        "libxkbcommon-x11-0",
        "libxkbcommon-x11",
        "libxkbcommon-x11",
        "libxkbcommon-x11-0",
    ),
    Needed("libxcb-cursor.so.0", Group.X11, "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    Needed("libxcb-icccm.so.4", Group.X11, "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    Needed("libxcb-util.so.1", Group.X11, "libxcb-util1", "xcb-util", "xcb-util", "libxcb-util1"),
    Needed("libxcb-image.so.0", Group.X11, "libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    Needed(
        "libxcb-keysyms.so.1", Group.X11, "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"
    ),
    Needed(
        "libxcb-render-util.so.0",
        Group.X11,
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
        "libxcb-render-util0",
    ),
    Needed("libxcb-randr.so.0", Group.X11, "libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    Needed("libxcb-render.so.0", Group.X11, "libxcb-render0", "libxcb", "libxcb", "libxcb-render0"),
    Needed("libxcb-shape.so.0", Group.X11, "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    Needed("libxcb-shm.so.0", Group.X11, "libxcb-shm0", "libxcb", "libxcb", "libxcb-shm0"),
    Needed("libxcb-sync.so.1", Group.X11, "libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    Needed("libxcb-xfixes.so.0", Group.X11, "libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    Needed("libxcb-xkb.so.1", Group.X11, "libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    Needed(
        "libwayland-client.so.0",
        Group.WAYLAND,
        "libwayland-client0",
        "libwayland-client",
        "wayland",
        "libwayland-client0",
    ),
    Needed(
        "libwayland-cursor.so.0",
        Group.WAYLAND,
        "libwayland-cursor0",
        "libwayland-cursor",
        "wayland",
        "libwayland-cursor0",
    ),
)

A_FONT = Needed("any font", Group.DRAW, "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu", "dejavu-fonts")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
