"""One running Steady for each data folder: the second start hands what it was asked to the first, and is done.

Standard library only, little of it, and no Qt: a second start should cost next to nothing. So there are plain classes
where `typing` would give shorter ones. `doorbell` is the first Steady's part of it; `handover_pipe` is Windows's.
"""

# pathlib takes longer to import than a second start should last, hence os.path.
# ruff: noqa: PTH102, PTH116, PTH117, PTH118

import os
import stat
import sys
import time
import zlib
from collections.abc import Mapping

TYPE_CHECKING = False  # as type checkers know it; `typing` takes longer to import than the whole handover to do
if TYPE_CHECKING:
    from steady.doorbell import Doorbell
    from steady.handover_pipe import PipeDoorbell

PATIENCE_S = 0.3
"""How long a second start waits for the first one's answer. After that a window opens anyway."""
MAX_REQUEST_BYTES = 64 * 1024
MAX_SOCKET_PATH_BYTES = 106
"""What every system's socket address has room for, without its closing zero."""
ANSWER = b"ok\n"
KNOWN_DEEDS = ("open", "start")


class Request:
    """What a second start was asked for: `do` is "open" or "start"; the token lets a window come to the front."""

    def __init__(self, do: str, id: str | None = None, activation_token: str | None = None) -> None:  # noqa: A002 - as it travels
        self.do = do
        self.id = id
        self.activation_token = activation_token

    def __eq__(self, other: object) -> bool:
        """Whether the other asks for the same."""
        return isinstance(other, Request) and vars(self) == vars(other)

    def __hash__(self) -> int:
        """Return the same number for the same wish."""
        return hash(tuple(vars(self).values()))

    def line(self) -> bytes:
        """Return the request as one line of JSON, written by hand: `json` would cost a tenth of the whole handover."""
        fields = ", ".join(f'"{name}": {_as_json(value)}' for name, value in vars(self).items())
        return b"{%s}\n" % fields.encode("ascii")


class Instance:
    """What came of asking whether another Steady runs on the same data folder.

    `handed_over`: the first one answered, so this one is done. `doorbell`: we are the first, and listen with this.
    `first_is_silent`: another one holds the lock but did not answer; say `Fault.FIRST_WINDOW_SILENT`, once.
    """

    def __init__(
        self,
        *,
        handed_over: bool = False,
        first_is_silent: bool = False,
        doorbell: "Doorbell | PipeDoorbell | None" = None,
    ) -> None:
        self.handed_over = handed_over
        self.first_is_silent = first_is_silent
        self.doorbell = doorbell

    def close(self) -> None:
        """Let the next Steady be the first. Once is enough; twice does no harm."""
        doorbell, self.doorbell = self.doorbell, None
        if doorbell is not None:
            doorbell.close()


class Address:
    """Where the first Steady of one data folder is found: a lock file and a socket."""

    def __init__(self, lock: str, socket: str) -> None:
        self.lock = lock
        self.socket = socket


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
    try:
        lock_fd = _take_lock(address.lock)
    except BlockingIOError:
        heard = ask_running(address, request, timeout_s)
        return Instance(handed_over=heard, first_is_silent=not heard)
    except OSError:
        return Instance()  # the machine takes no locks there; a window matters more than being the only one
    from steady.doorbell import Doorbell  # noqa: PLC0415 - the second start has no use for it

    try:
        return Instance(doorbell=Doorbell(lock_fd, address))
    except OSError:
        os.close(lock_fd)
        return Instance()


def _take_lock(path: str) -> int:
    """Return the descriptor that holds the lock. Raises BlockingIOError where another Steady does, or OSError.

    Whoever held it takes the file away as they leave; one that was opened just before that is no lock any more.
    """
    import fcntl  # noqa: PLC0415 - Windows has none

    while True:
        lock_fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            fcntl.flock(lock_fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock_fd)
            raise
        if _is_at(path, lock_fd):
            return lock_fd
        os.close(lock_fd)


def _is_at(path: str, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def ask_running(address: Address, request: Request, timeout_s: float = PATIENCE_S) -> bool:
    """Hand a request to the first Steady. True once it says that it heard; False after `timeout_s` at the latest."""
    import socket  # noqa: PLC0415 - who is first needs it later, and not here

    deadline_s = time.monotonic() + timeout_s
    while (left_s := deadline_s - time.monotonic()) > 0:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as call:
            call.settimeout(left_s)
            try:
                call.connect(address.socket)
                call.sendall(request.line())
                call.settimeout(max(0.001, deadline_s - time.monotonic()))
                return call.recv(len(ANSWER)) == ANSWER
            except (FileNotFoundError, ConnectionRefusedError, BlockingIOError):
                # The first one took the lock a moment ago and is about to listen, or many ask at once.
                time.sleep(min(0.01, left_s))
            except OSError:
                return False
    return False


def parse_request(line: bytes) -> Request | None:
    """Return the request that a line holds, or None where it holds none."""
    import json  # noqa: PLC0415 - only the first Steady reads

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
    name = folder_hash(os.path.realpath(data_dir))
    for folder, ours in _runtime_folders(environ):
        path = os.path.join(folder, f"steady-{name}")
        if len(os.fsencode(path)) + len(".sock") > MAX_SOCKET_PATH_BYTES:
            continue
        if ours:
            _make(folder)
        if _is_private(folder):
            return Address(f"{path}.lock", f"{path}.sock")
    return None


def _runtime_folders(environ: Mapping[str, str]) -> list[tuple[str, bool]]:
    own = f"steady-{os.getuid()}"
    temporary = environ.get("TMPDIR") or "/tmp"  # noqa: S108 - what is made there is checked by `_is_private`
    folders = [(os.path.join(temporary, own), True), (os.path.join("/tmp", own), True)]  # noqa: S108
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    return [(runtime, False), *folders] if os.path.isabs(runtime) else folders


def folder_hash(folder: str) -> str:
    """Return 16 digits that stand for a folder. Two checksums are enough for that, and are there without an import."""
    data = os.fsencode(folder)
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}"


def _make(folder: str) -> None:
    try:
        os.mkdir(folder, 0o700)
    except OSError:
        return  # it is there already, or it cannot be made: `_is_private` tells which


def _is_private(folder: str) -> bool:
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    ours = found.st_uid == os.getuid() and stat.S_ISDIR(found.st_mode)
    return ours and stat.S_IMODE(found.st_mode) & 0o077 == 0


def _as_json(value: str | None) -> str:
    if value is None:
        return "null"
    units = value.encode("utf-16-be", "surrogatepass")
    codes = (units[i] << 8 | units[i + 1] for i in range(0, len(units), 2))
    plain = range(0x20, 0x7F)
    written = "".join(chr(c) if c in plain and chr(c) not in '"\\' else f"\\u{c:04x}" for c in codes)
    return f'"{written}"'
