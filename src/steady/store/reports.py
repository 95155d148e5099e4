"""Notes of what went wrong in Steady: types and frames only.

Messages, values and source lines can hold private words, so none of them is ever written.
"""

import contextlib
import os
import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from steady import __version__
from steady.store.bundled import PACKAGE
from steady.store.files import make_private_dir, reserve

KEPT = 20
MOST_FRAMES = 60
MOST_CAUSES = 10


def write_report(
    reports_dir: Path,
    exc_type: type[BaseException],
    traceback: TracebackType | None,
    where: str,
    *,
    error: BaseException | None = None,
) -> Path | None:
    """Write a report and return where it is, or None where that was not possible. Never raises; any thread may call.

    `where` says what Steady was doing, in words of ours. With `error` its causes are told too.
    """
    try:
        now = datetime.now().astimezone()
        text = "\n".join(_lines(exc_type, traceback, where, error, now)) + "\n"
        make_private_dir(reports_dir)
        path = reserve(reports_dir, "report", ".txt", now)
        path.write_text(text, encoding="utf-8")
        _sweep(reports_dir)
    except Exception:  # noqa: BLE001 - it runs inside the crash hook, where a second crash would help nobody
        return None
    return path


def _lines(
    exc_type: type[BaseException],
    traceback: TracebackType | None,
    where: str,
    error: BaseException | None,
    now: datetime,
) -> Iterator[str]:
    yield f"Steady {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield f"{now.isoformat(timespec='seconds')}, {where}"
    yield ""
    yield _name(exc_type)
    yield from _frames(traceback)
    for cause in _causes(error):
        yield f"from {_name(type(cause))}"
        yield from _frames(cause.__traceback__)


def _name(exc_type: type[BaseException]) -> str:
    return f"{exc_type.__module__}.{exc_type.__qualname__}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield what led to an error, nearest first; each once, however they are chained."""
    seen = {id(error)}
    for _ in range(MOST_CAUSES):
        if error is None:
            return
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if error is None or id(error) in seen:
            return
        seen.add(id(error))
        yield error


def _frames(traceback: TracebackType | None) -> list[str]:
    frames = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"  {_place(code.co_filename)}:{traceback.tb_lineno} in {code.co_qualname}")
        traceback = traceback.tb_next
    if len(frames) > MOST_FRAMES:
        half = MOST_FRAMES // 2
        frames[half:-half] = [f"  ... {len(frames) - 2 * half} more ..."]
    return frames


def _place(filename: str) -> str:
    """Return a file's place in Steady, or its bare name: a whole path tells who somebody is."""
    try:
        return Path(filename).relative_to(PACKAGE.parent).as_posix()
    except ValueError:
        return os.path.basename(filename)  # noqa: PTH119 - a name such as <string> is no path


def _sweep(reports_dir: Path) -> None:
    with contextlib.suppress(OSError):  # another process may be sweeping too
        reports = sorted(reports_dir.glob("report-*.txt"), key=lambda path: path.stat().st_mtime_ns)
        for path in reports[:-KEPT]:
            path.unlink(missing_ok=True)
