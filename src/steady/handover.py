"""One running Steady for each data folder: the second start hands what it was asked to the first, and is done.

Standard library only and no Qt, because a second start should cost next to nothing. On Windows the same names are
answered by `handover_pipe`.
"""

# pathlib takes longer to import than a second start should last, hence os.path.
# ruff: noqa: PTH100, PTH102, PTH111, PTH117, PTH118

import contextlib
import json
import os
import stat
import sys
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

PATIENCE_S = 0.3
"""How long a second start waits for the first one's answer. After that a window opens anyway."""
MAX_REQUEST_BYTES = 64 * 1024
MAX_SOCKET_PATH_BYTES = 106
"""What every system's socket address has room for, without its closing zero."""
ANSWER = b"ok\n"
KNOWN_DEEDS = ("open", "start")


class Request(NamedTuple):
    """What a second start was asked for: `do` is "open" or "start"; the token lets a window come to the front."""

    do: str
    id: str | None = None
    activation_token: str | None = None


class Bell(Protocol):
    """What the first Steady listens with."""

    def fileno(self) -> int | None:
        """Return the descriptor that becomes readable when `answer` should be called; None where there is none.

        Where it is None (on Windows), `on_ring` calls back instead.
        """
        ...

    def on_ring(self, call: Callable[[], None]) -> None:
        """Call back when `answer` should be called, from another thread; only where `fileno` is None."""
        ...

    def answer(self) -> Request | None:
        """Return the next request, or None. Never waits. Call it until it returns None."""
        ...

    def close(self) -> None:
        """Stop listening."""
        ...


class Instance(NamedTuple):
    """What came of asking whether another Steady runs on the same data folder.

    `handed_over`: the first one answered, so this one is done. `doorbell`: we are the first, and listen with this.
    `first_is_silent`: another one holds the lock but did not answer; say `Fault.FIRST_WINDOW_SILENT`, once.
    """

    handed_over: bool = False
    first_is_silent: bool = False
    doorbell: Bell | None = None

    def close(self) -> None:
        """Let the next Steady be the first."""
        if self.doorbell is not None:
            self.doorbell.close()


class Address(NamedTuple):
    """Where the first Steady of one data folder is found: a lock file and a socket."""

    lock: str
    socket: str


def data_folder(explicit: str | None, environ: Mapping[str, str]) -> str:
    """Return the data folder, as `store.paths` finds it, without importing anything for it.

    It only names the lock and the socket: should the two ever differ, two windows open, and nothing is lost.
    """
    chosen = explicit or environ.get("STEADY_DATA_DIR")
    if not chosen and sys.platform == "win32":
        chosen = os.path.join(environ.get("LOCALAPPDATA", "~"), "steady")
    elif not chosen and sys.platform == "darwin":
        chosen = "~/Library/Application Support/steady"
    elif not chosen:
        share = environ.get("XDG_DATA_HOME", "")
        chosen = os.path.join(share if share.strip() else "~/.local/share", "steady")
    return os.path.abspath(os.path.expanduser(chosen))


def enter(data_dir: str, environ: Mapping[str, str], *, do: str = "open", id: str | None = None) -> Instance:  # noqa: A002
    """Become the first Steady of this data folder, or hand the wish over to the one that is."""
    token = environ.get("XDG_ACTIVATION_TOKEN") or environ.get("DESKTOP_STARTUP_ID")
    request = Request(do, id, token)
    if sys.platform == "win32":
        from steady import handover_pipe  # noqa: PLC0415 - Windows only

        return handover_pipe.enter(handover_pipe.pipe_name(data_dir), request)
    address = find_address(data_dir, environ)
    if address is None:
        return Instance()
    return enter_at(address, request)


def enter_at(address: Address, request: Request, timeout_s: float = PATIENCE_S) -> Instance:
    """Become the first Steady at this address, or hand the wish over to the one that is."""
    from steady.doorbell import Doorbell  # noqa: PLC0415 - it needs the lock's module, which Windows lacks

    try:
        doorbell = Doorbell.hang(address)
    except BlockingIOError:
        if ask_running(address, request._asdict(), timeout_s):
            return Instance(handed_over=True)
        return Instance(first_is_silent=True)
    except OSError:
        # The machine will not let us listen; a window matters more than being the only one.
        return Instance()
    return Instance(doorbell=doorbell)


def ask_running(address: Address, request: Mapping[str, object], timeout_s: float = PATIENCE_S) -> bool:
    """Hand a request to the first Steady. True once it says that it heard; False after `timeout_s` at the latest."""
    import socket  # noqa: PLC0415 - the first Steady's command line does not need it before its window

    deadline_s = time.monotonic() + timeout_s
    line = json.dumps(request).encode() + b"\n"
    while (left_s := deadline_s - time.monotonic()) > 0:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as call:
            call.settimeout(left_s)
            try:
                call.connect(address.socket)
                call.sendall(line)
                call.settimeout(max(0.001, deadline_s - time.monotonic()))
                return call.recv(len(ANSWER)) == ANSWER
            except (FileNotFoundError, ConnectionRefusedError):
                # The first one took the lock a moment ago and is about to listen.
                time.sleep(min(0.01, left_s))
            except OSError:
                return False
    return False


def parse_request(line: bytes) -> Request | None:
    """Return the request that a line holds, or None where it holds none."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict) or fields.get("do") not in KNOWN_DEEDS:
        return None
    wanted, token = fields.get("id"), fields.get("activation_token")
    if not isinstance(wanted, str | None) or not isinstance(token, str | None):
        return None
    return Request(fields["do"], wanted, token)


def find_address(data_dir: str, environ: Mapping[str, str]) -> Address | None:
    """Return where the first Steady of this data folder listens, or None where there is no safe place for that."""
    from hashlib import blake2b  # noqa: PLC0415 - not wanted by other commands

    name = blake2b(os.fsencode(os.path.realpath(data_dir)), digest_size=8).hexdigest()
    for folder, ours in _runtime_folders(environ):
        path = os.path.join(folder, f"steady-{name}")
        if len(os.fsencode(path)) + len(".sock") > MAX_SOCKET_PATH_BYTES:
            continue
        if ours:
            with contextlib.suppress(OSError):  # it is there already, or it cannot be made: `_is_private` tells which
                os.mkdir(folder, 0o700)
        if _is_private(folder):
            return Address(f"{path}.lock", f"{path}.sock")
    return None


def _runtime_folders(environ: Mapping[str, str]) -> list[tuple[str, bool]]:
    own = f"steady-{os.getuid()}"
    temporary = environ.get("TMPDIR") or "/tmp"  # noqa: S108 - what is made there is checked by `_is_private`
    folders = [(os.path.join(temporary, own), True), (os.path.join("/tmp", own), True)]  # noqa: S108
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    return [(runtime, False), *folders] if os.path.isabs(runtime) else folders


def _is_private(folder: str) -> bool:
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    ours = found.st_uid == os.getuid() and stat.S_ISDIR(found.st_mode)
    return ours and stat.S_IMODE(found.st_mode) & 0o077 == 0
