"""One running Steady for each data folder: who is first, what is handed over, and what a bad neighbour can do."""

import json
import os
import select
import socket
import stat
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from steady import handover, handover_pipe
from steady.doorbell import BACKLOG, MAX_CALLERS
from steady.handover import (
    MAX_REQUEST_BYTES,
    Instance,
    Request,
    enter,
    enter_at,
    find_address,
    parse_request,
)
from steady.handover_pipe import PipeDoorbell

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows hands over through a pipe")

PATIENCE_S = 10.0
SLEEP_S = 0.01
"""How long a second start rests at most before it knocks again."""


@pytest.fixture
def address(tmp_path):
    return find_address(str(tmp_path), os.environ)


@pytest.fixture
def first(address):
    instance = enter_at(address, Request("open"))
    assert instance.doorbell is not None
    yield instance.doorbell
    instance.close()


@contextmanager
def answering(bell, heard):
    """Answer as a window's event loop does, on a thread of the test's."""
    descriptor, (end, wake) = bell.fileno(), socket.socketpair()

    def serve():
        while end not in select.select([descriptor, end], [], [])[0]:
            while (request := bell.answer()) is not None:
                heard.append(request)

    server = threading.Thread(target=serve)
    server.start()
    try:
        yield
    finally:
        wake.send(b".")
        server.join()
        end.close()
        wake.close()


def call(address):
    caller = socket.socket(socket.AF_UNIX)
    caller.settimeout(PATIENCE_S)
    caller.connect(address.socket)
    return caller


# -- who is first -----------------------------------------------------------------------------------------------------


def test_the_second_one_is_heard_by_the_first(first, address):
    heard = []
    with answering(first, heard):
        second = enter_at(address, Request("start", "box", "a token"), PATIENCE_S)
    assert (second.handed_over, second.first_is_silent, second.doorbell) == (True, False, None)
    assert heard == [Request("start", "box", "a token")]


def test_when_the_first_has_gone_the_next_is_first(address):
    enter_at(address, Request("open")).close()
    instance = enter_at(address, Request("open"))
    assert instance.doorbell is not None
    assert not instance.first_is_silent
    instance.close()


def test_whoever_leaves_takes_lock_and_socket_along(address):
    instance = enter_at(address, Request("open"))
    assert Path(address.lock).exists()
    assert Path(address.socket).exists()
    instance.close()
    assert not Path(address.lock).exists()
    assert not Path(address.socket).exists()


def test_a_lock_that_was_opened_as_its_owner_took_it_away_is_no_lock(address, monkeypatch):
    opened, really_open = [], os.open

    def open_too_early(path, *how):
        descriptor = really_open(path, *how)
        if path == address.lock:
            opened.append(path)
            if len(opened) == 1:
                Path(path).unlink()
        return descriptor

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", open_too_early)
        instance = enter_at(address, Request("open"))
    assert len(opened) == 2
    assert enter_at(address, Request("open")).handed_over, "another one could lock it too"
    instance.close()


def test_a_socket_that_the_dead_left_behind_is_in_nobodys_way(address):
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address.socket)
    instance = enter_at(address, Request("open"))
    assert instance.doorbell is not None
    instance.close()


def test_each_data_folder_has_its_own_first(tmp_path):
    one, other = (enter(str(tmp_path / name), os.environ) for name in ("one", "other"))
    assert one.doorbell is not None
    assert other.doorbell is not None
    one.close()
    other.close()


def test_another_way_to_the_same_folder_leads_to_the_same_steady(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    addresses = [find_address(str(tmp_path / name), os.environ) for name in ("data", "link", "data/../data")]
    assert len({address.socket for address in addresses}) == 1


def test_closing_twice_does_no_harm(address):
    instance = enter_at(address, Request("open"))
    instance.close()
    instance.close()
    assert Instance().close() is None


# -- a first one that does not answer ---------------------------------------------------------------------------------


class Waited:
    """A clock that only waiting moves: in a socket by as long as it was told to wait, whatever that takes."""

    def __init__(self):
        self.now_s = 100.0

    def monotonic(self):
        return self.now_s

    def sleep(self, seconds):
        self.now_s += seconds

    def socket_class(self):
        clock = self

        class Socket(socket.socket):
            def settimeout(self, wait_s):
                self.wait_s = wait_s
                super().settimeout(0.02)

            def recv(self, size):
                try:
                    return super().recv(size)
                except TimeoutError:
                    clock.sleep(self.wait_s)
                    raise

        return Socket


@pytest.mark.parametrize("accepts", [True, False])
def test_a_first_one_that_hangs_costs_all_of_our_patience_and_no_more(first, address, accepts, monkeypatch):
    """On the clock of the wall: benchmarks/handover.py."""
    first.fileno()  # the window has taken over, and then never looks
    callers = [] if accepts else [call(address) for _ in range(BACKLOG + 1)]
    waited = Waited()
    began_s = waited.now_s
    monkeypatch.setattr(handover, "time", waited)
    monkeypatch.setattr(socket, "socket", waited.socket_class())
    second = enter_at(address, Request("open"))
    assert second.first_is_silent
    assert second.doorbell is None
    spent_s = waited.now_s - began_s
    assert handover.PATIENCE_S - 1e-6 <= spent_s <= handover.PATIENCE_S + SLEEP_S
    for caller in callers:
        caller.close()


def test_a_wish_that_nobody_waited_for_is_not_fulfilled_later(first, address):
    first.fileno()
    assert enter_at(address, Request("start", "box"), 0.05).first_is_silent
    assert first.answer() is None


def test_a_first_one_that_dies_in_the_middle_counts_as_silent(first, address):
    first._listener.close()
    assert enter_at(address, Request("open"), 0.05).first_is_silent


def test_a_double_click_while_the_window_is_being_made_opens_one_window(first, address):
    assert enter_at(address, Request("start", "box"), PATIENCE_S).handed_over
    assert first.answer() == Request("start", "box")
    assert first.answer() is None


# -- bad neighbours ---------------------------------------------------------------------------------------------------


def test_a_slow_caller_keeps_nobody_waiting(first, address):
    heard = []
    with answering(first, heard), call(address) as slow:
        slow.send(b'{"do": "op')
        assert enter_at(address, Request("start", "box"), PATIENCE_S).handed_over
        slow.send(b'en"}\n')
        assert slow.recv(16) == b"ok\n"
    assert heard == [Request("start", "box"), Request("open")]


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"hello\n",
        b"[1]\n",
        b"{}\n",
        b'{"do": "delete"}\n',
        b'{"do": "open", "id": 7}\n',
        b"\xff\xfe\n",
        b"[" * 5000 + b"\n",
    ],
)
def test_garbage_is_hung_up_on(first, address, line):
    with answering(first, []), call(address) as caller:
        caller.send(line)
        assert caller.recv(16) == b""


def test_a_flood_is_hung_up_on(first, address):
    heard = []
    with answering(first, heard), call(address) as caller:
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            caller.sendall(b"x" * 100 * MAX_REQUEST_BYTES)
        assert enter_at(address, Request("open"), PATIENCE_S).handed_over
    assert heard == [Request("open")]


def test_a_crowd_of_silent_callers_makes_room_for_one_that_speaks(first, address):
    heard = []
    with answering(first, heard):
        crowd = [call(address) for _ in range(3 * MAX_CALLERS)]
        assert enter_at(address, Request("open"), PATIENCE_S).handed_over
    assert heard == [Request("open")]
    for caller in crowd:
        caller.close()


def test_answering_never_waits_when_nobody_called(first):
    first.fileno()
    assert first.answer() is None


# -- where it is ------------------------------------------------------------------------------------------------------


def test_the_lock_and_the_socket_are_for_this_person_only(first, address):
    for path in (address.lock, address.socket):
        assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    assert Path(address.socket).parent == Path(os.environ["XDG_RUNTIME_DIR"])


def test_a_runtime_folder_that_others_may_enter_is_not_used(tmp_path, monkeypatch):
    open_to_all = tmp_path / "open"
    open_to_all.mkdir(mode=0o755)
    (tmp_path / "t").mkdir()
    address = find_address(str(tmp_path), {"XDG_RUNTIME_DIR": str(open_to_all), "TMPDIR": str(tmp_path / "t")})
    assert not address.socket.startswith(str(open_to_all))


def test_without_a_runtime_folder_we_make_our_own_and_close_it_to_others(tmp_path):
    address = find_address("data", {"TMPDIR": os.environ["XDG_RUNTIME_DIR"]})
    folder = Path(address.socket).parent
    assert folder == Path(os.environ["XDG_RUNTIME_DIR"], f"steady-{os.getuid()}")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_link_in_the_place_of_our_folder_is_not_followed(tmp_path):
    target = tmp_path / "theirs"
    target.mkdir(mode=0o700)
    place = Path(os.environ["XDG_RUNTIME_DIR"], f"steady-{os.getuid()}")
    place.symlink_to(target)
    address = find_address("data", {"TMPDIR": os.environ["XDG_RUNTIME_DIR"]})
    assert address is None or not address.socket.startswith(str(place))


def test_a_path_too_long_for_a_socket_gives_way_to_a_shorter_one(tmp_path):
    deep = tmp_path / ("x" * 60) / ("y" * 60)
    deep.mkdir(parents=True, mode=0o700)
    address = find_address("data", {"XDG_RUNTIME_DIR": str(deep), "TMPDIR": str(deep)})
    assert len(os.fsencode(address.socket)) <= handover.MAX_SOCKET_PATH_BYTES


def test_where_no_lock_can_be_taken_a_window_opens_all_the_same(tmp_path):
    nowhere = handover.Address(str(tmp_path / "gone" / "x.lock"), str(tmp_path / "gone" / "x.sock"))
    instance = enter_at(nowhere, Request("open"))
    assert (instance.handed_over, instance.first_is_silent, instance.doorbell) == (False, False, None)


def test_a_lock_without_a_socket_is_let_go_of(tmp_path, address):
    nowhere = handover.Address(address.lock, str(tmp_path / "gone" / "x.sock"))
    assert enter_at(nowhere, Request("open")).doorbell is None
    instance = enter_at(address, Request("open"))
    assert instance.doorbell is not None
    instance.close()


# -- the line ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["box", 'a"b\\c', "Größe 呼吸 🌊", "\x00\n\x7f", "\udcff", ""])
def test_a_request_is_one_line_of_json_and_read_back_the_same(text):
    request = Request("start", text, None)
    line = request.line()
    assert line.count(b"\n") == 1
    assert json.loads(line) == {"do": "start", "id": text, "activation_token": None}
    assert parse_request(line) == request
    assert len({request, parse_request(line)}) == 1


def test_a_request_is_not_longer_than_what_is_read():
    assert len(Request("start", "x" * 64, "y" * 1000).line()) < MAX_REQUEST_BYTES


@pytest.mark.parametrize("variable", ["XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"])
def test_the_token_that_lets_a_window_come_forward_is_passed_on(tmp_path, variable):
    environ = {"XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"], variable: "a token"}
    instance, heard = enter(str(tmp_path), environ), []
    with answering(instance.doorbell, heard):
        assert enter(str(tmp_path), environ, do="start", id="box").handed_over
    instance.close()
    assert heard == [Request("start", "box", "a token")]


# -- the whole of it --------------------------------------------------------------------------------------------------

SECOND = "import sys; from steady.cli import main; code = main({arguments!r}); print(code, *sorted(sys.modules))"


def second_start(*arguments, data_dir):
    environ = {**os.environ, "STEADY_DATA_DIR": str(data_dir), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SECOND.format(arguments=list(arguments))],
        env=environ,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S * 2,
        check=True,
    )
    code, *modules = done.stdout.split()
    return int(code), modules, done.stderr


@pytest.mark.parametrize(
    ("arguments", "request_heard"), [((), Request("open")), (("start", "box"), Request("start", "box"))]
)
def test_a_second_start_is_done_without_qt_or_anything_heavy(tmp_path, arguments, request_heard):
    instance, heard = enter(str(tmp_path), os.environ), []
    with answering(instance.doorbell, heard):
        code, modules, aside = second_start(*arguments, data_dir=tmp_path)
    instance.close()
    assert (code, aside) == (0, "")
    assert heard == [request_heard]
    heavy = {"PySide6", "shiboken6", "msgspec", "platformdirs", "blessed", "sqlite3", "argparse", "steady.app"}
    assert heavy.isdisjoint(modules)


def test_a_second_start_with_an_id_that_nothing_has_disturbs_nobody(tmp_path):
    instance, heard = enter(str(tmp_path), os.environ), []
    with answering(instance.doorbell, heard):
        code, _, aside = second_start("start", "boxes", data_dir=tmp_path)
    instance.close()
    assert (code, heard) == (1, [])
    assert "box" in aside


# -- Windows's way, over a socket in the pipe's place -----------------------------------------------------------------


@pytest.fixture
def pipe(tmp_path):
    return str(Path(os.environ["XDG_RUNTIME_DIR"], "pipe"))


@pytest.fixture
def pipe_bell(pipe):
    instance = handover_pipe.enter(pipe, Request("open"))
    assert isinstance(instance.doorbell, PipeDoorbell)
    yield instance.doorbell
    instance.close()


def test_before_the_window_is_there_the_pipe_answers_for_it(pipe, pipe_bell):
    assert handover_pipe.enter(pipe, Request("start", "box", "t")).handed_over
    rings = []
    pipe_bell.on_ring(lambda: rings.append(True))
    assert rings == [True]
    assert pipe_bell.answer() == Request("start", "box", "t")
    assert pipe_bell.answer() is None
    assert pipe_bell.fileno() is None


def test_then_the_pipe_answers_when_the_window_takes_the_wish(pipe, pipe_bell):
    heard = []
    pipe_bell.on_ring(lambda: heard.append(pipe_bell.answer()))
    assert handover_pipe.enter(pipe, Request("open")).handed_over
    assert heard == [Request("open")]


def test_a_window_that_hangs_does_not_answer_through_the_pipe_and_forgets_the_wish(pipe, pipe_bell, monkeypatch):
    rang = threading.Event()
    pipe_bell.on_ring(rang.set)
    waits_s, join = [], threading.Thread.join

    def joined(thread, timeout=None):
        waits_s.append(timeout)
        join(thread, timeout)

    monkeypatch.setattr(threading.Thread, "join", joined)
    assert handover_pipe.enter(pipe, Request("open")).first_is_silent
    assert waits_s == [handover.PATIENCE_S]
    monkeypatch.undo()
    rang.wait(PATIENCE_S)
    assert rang.is_set()
    pipe_bell.close()
    assert pipe_bell.answer() is None


def test_each_folder_has_its_own_pipe():
    assert handover_pipe.pipe_name("/one") != handover_pipe.pipe_name("/other")
    assert handover_pipe.pipe_name("/one/../one") == handover_pipe.pipe_name("/one")
