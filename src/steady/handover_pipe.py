"""The handover on Windows: a named pipe, which can be made only once, so that making it is the lock too.

Honest note: the thread and the messages are tested on Linux, over a socket in the pipe's place. The named pipe itself
has not been tried on a Windows machine yet.
"""

import collections
import contextlib
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Client, Connection, Listener

from steady.handover import ANSWER, MAX_REQUEST_BYTES, PATIENCE_S, Instance, Request, folder_hash, parse_request


class _Call:
    def __init__(self, request: Request) -> None:
        self.request = request
        self.taken = threading.Event()


class PipeDoorbell:
    """Hears later starts of Steady on a thread of its own, which rings on that thread."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._calls: collections.deque[_Call] = collections.deque()
        self._ring: Callable[[], None] | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def fileno(self) -> None:
        """Return None: there is no descriptor to watch. Use `on_ring`."""

    def on_ring(self, call: Callable[[], None]) -> None:
        """Call back, from the bell's thread, when `answer` should be called; from now on only `answer` says "ok"."""
        self._ring = call
        if self._calls:
            call()

    def answer(self) -> Request | None:
        """Return the next request, or None. Never waits."""
        if not self._calls:
            return None
        call = self._calls.popleft()
        call.taken.set()
        return call.request

    def close(self) -> None:
        """Stop listening, and let the next Steady be the first."""
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(OSError):  # a last call, so that the thread wakes and sees that it is over
            Client(self._listener.address).close()
        self._thread.join(PATIENCE_S)
        self._listener.close()

    def _serve(self) -> None:
        while not self._closed:
            with contextlib.suppress(OSError, EOFError), self._listener.accept() as caller:
                self._hear(caller)

    def _hear(self, caller: Connection) -> None:
        if self._closed or not caller.poll(PATIENCE_S):
            return
        request = parse_request(caller.recv_bytes(MAX_REQUEST_BYTES))
        if request is None:
            return
        call, ring = _Call(request), self._ring
        self._calls.append(call)
        if ring is not None:
            ring()
            if not call.taken.wait(PATIENCE_S):
                # The window hangs, and the caller opens its own: it must not be opened here too, later.
                with contextlib.suppress(ValueError):
                    self._calls.remove(call)
                return
        caller.send_bytes(ANSWER)


def pipe_name(data_dir: str) -> str:
    """Return the name of the pipe for a data folder."""
    return rf"\\.\pipe\steady-{folder_hash(os.path.normcase(os.path.realpath(data_dir)))}"


def enter(address: str, request: Request) -> Instance:
    """Become the first Steady at this address, or hand the wish over to the one that is."""
    try:
        return Instance(doorbell=PipeDoorbell(Listener(address)))
    except OSError:
        heard = ask_running(address, request)
        return Instance(handed_over=heard, first_is_silent=not heard)


def ask_running(address: str, request: Request, timeout_s: float = PATIENCE_S) -> bool:
    """Hand a request to the first Steady. True once it says that it heard; False after `timeout_s` at the latest."""
    heard = threading.Event()

    def ask() -> None:
        with contextlib.suppress(OSError, EOFError), Client(address) as call:
            call.send_bytes(request.line())
            if call.poll(timeout_s) and call.recv_bytes(len(ANSWER)) == ANSWER:
                heard.set()

    # Opening a pipe that another call has busy waits for long inside the system, so it is left behind on a thread.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(timeout_s)
    return heard.is_set()
