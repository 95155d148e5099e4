"""Which displays the environment names, and which of them Qt would try. Looks at nothing else, so it costs nothing."""

import sys
from collections.abc import Mapping


def needs_naming(platform: str = sys.platform) -> bool:
    """Whether a window needs a display that the environment names; elsewhere the desktop is simply there."""
    return platform.startswith(("linux", "freebsd"))


def is_named(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window has a display to try at all."""
    return not needs_naming(platform) or bool(candidates(environ))


def candidates(environ: Mapping[str, str]) -> list[str]:
    """Return the kinds of display that Qt would try and that the environment names: "wayland", "xcb", or others."""
    wanted = [name.partition(":")[0] for name in environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    kinds = ["wayland" if name.startswith("wayland") else name for name in wanted] or ["wayland", "xcb"]
    named = {
        "wayland": bool(environ.get("WAYLAND_DISPLAY") or environ.get("WAYLAND_SOCKET")),
        "xcb": bool(environ.get("DISPLAY")),
    }
    # offscreen, minimal, vnc, eglfs and their like need no name.
    return [kind for kind in kinds if named.get(kind, True)]
