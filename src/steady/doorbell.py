"""What the first Steady hears later starts with: a socket to be asked through, under the lock that says who is first.

Not on Windows, which has neither in this form; see `handover_pipe`.
"""

# pathlib takes longer to import than a second start should last, hence os.path.
# ruff: noqa: PTH101, PTH108

import collections
import contextlib
import os
import selectors
import socket
import struct
import threading
import time
from collections.abc import Callable

from steady.handover import ANSWER, MAX_REQUEST_BYTES, Address, Request, parse_request

MAX_CALLERS = 8
"""How many callers may be half way through their line. The longest waiting makes room for the next."""
BACKLOG = 32
"""How many callers may wait to be let in at all."""
EARLY_S = 5.0
"""How long calls are answered while the window is not there yet: a double click should not open two."""


class Doorbell:
    """Hears later starts of Steady. Everything in it belongs to one thread at a time.

    While the window is being made, a small thread answers. `fileno` ends that thread and hands the bell to the caller,
    who calls `answer` until it returns None: once then, and whenever the descriptor is readable.
    """

    def __init__(self, lock_fd: int, address: Address) -> None:
        """Listen at that address, holding the lock that says we are the first; it is ours to close from now on.

        Raises OSError where we may not listen there, and then the lock stays with the caller.
        """
        self._lock_fd = lock_fd
        self._address = address
        self._listener = _listen_at(address.socket)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._callers: dict[socket.socket, bytearray] = {}
        self._heard: collections.deque[Request] = collections.deque()
        self._early_end, self._early_wake = socket.socketpair()
        self._early: threading.Thread | None = threading.Thread(target=self._answer_early, daemon=True)
        self._early.start()

    def fileno(self) -> int:
        """Return the descriptor that is readable when there may be something to `answer`; it stays the same."""
        self._end_early()
        return self._selector.fileno()  # epoll and kqueue have one

    def on_ring(self, call: Callable[[], None]) -> None:
        """Do nothing: there is a descriptor to watch here."""

    def answer(self) -> Request | None:
        """Return the next request, or None. Never waits, whatever the callers do."""
        self._end_early()
        self._listen(0.0)
        return self._heard.popleft() if self._heard else None

    def close(self) -> None:
        """Stop listening, and let the next Steady be the first."""
        self._end_early()
        for caller in tuple(self._callers):
            self._part(caller)
        self._selector.close()
        self._listener.close()
        self._early_end.close()
        self._early_wake.close()
        for path in (self._address.socket, self._address.lock):  # the lock last, and while it is still ours
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
        os.close(self._lock_fd)

    # -- while there is no window yet -----------------------------------------------------------------------------

    def _answer_early(self) -> None:
        self._selector.register(self._early_end, selectors.EVENT_READ)
        until_s = time.monotonic() + EARLY_S
        while (left_s := until_s - time.monotonic()) > 0:
            if self._listen(left_s):
                break
        self._selector.unregister(self._early_end)

    def _end_early(self) -> None:
        if self._early is None:
            return
        self._early_wake.send(b".")
        self._early.join()
        self._early = None

    # -- callers --------------------------------------------------------------------------------------------------

    def _listen(self, timeout_s: float) -> bool:
        """Serve whoever is there within `timeout_s`; return whether the early thread was asked to end."""
        ended = False
        for key, _ in self._selector.select(timeout_s):
            if key.fileobj is self._early_end:
                ended = True
            elif key.fileobj is self._listener:
                self._open()
            elif isinstance(key.fileobj, socket.socket) and key.fileobj in self._callers:
                self._hear(key.fileobj)
        return ended

    def _open(self) -> None:
        try:
            caller, _ = self._listener.accept()
        except OSError:
            return  # it went away again
        caller.setblocking(False)
        if not _is_us(caller):
            caller.close()
            return
        if len(self._callers) >= MAX_CALLERS:
            self._part(next(iter(self._callers)))
        self._callers[caller] = bytearray()
        self._selector.register(caller, selectors.EVENT_READ)
        self._hear(caller)

    def _hear(self, caller: socket.socket) -> None:
        heard = self._callers[caller]
        try:
            part = caller.recv(MAX_REQUEST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            part = b""
        heard += part
        line, newline, _ = heard.partition(b"\n")
        if newline and len(line) <= MAX_REQUEST_BYTES:
            request = parse_request(bytes(line))
            if request is not None:
                self._take(caller, request)
            self._part(caller)
        elif not part or len(heard) > MAX_REQUEST_BYTES:
            self._part(caller)

    def _take(self, caller: socket.socket, request: Request) -> None:
        try:
            caller.send(ANSWER)
        except OSError:
            return  # it waited too long and opened its own window: it must not be opened here too
        self._heard.append(request)

    def _part(self, caller: socket.socket) -> None:
        del self._callers[caller]
        self._selector.unregister(caller)
        caller.close()


def _listen_at(path: str) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        # We hold the lock, so a socket that is still there belongs to nobody who lives.
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        listener.bind(path)
        os.chmod(path, 0o600)
        listener.listen(BACKLOG)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


def _is_us(caller: socket.socket) -> bool:
    """Whether the caller is the same person; where the system does not say, the folder's mode has to do."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return True
    _, uid, _ = struct.unpack("3i", caller.getsockopt(socket.SOL_SOCKET, option, struct.calcsize("3i")))
    return bool(uid == os.getuid())
