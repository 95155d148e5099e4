"""Opens the menu beside many files of one's own, saves one of them, and answers how long the window was held."""

import itertools
import sys
import time
from collections.abc import Callable
from pathlib import Path

from measure import say_json
from steady.app import Backstage
from steady.quick_start import import_qt
from steady.store.paths import Paths

PATIENCE_S = 60.0


def main() -> None:
    """Run once."""
    folder = Path(sys.argv[1])
    backstage = Backstage(Paths(folder))
    application = import_qt()([])
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - as Steady starts

    from steady.ui.window import Window  # noqa: PLC0415 - as Steady starts

    window = Window(application, backstage.world)
    window.open(backstage.first, None)
    turns: list[float] = []
    works: list[float] = []
    beat = QTimer()
    beat.setInterval(1)
    beat.timeout.connect(lambda: turns.append(time.perf_counter()))
    beat.timeout.connect(lambda: works.append(time.thread_time()))
    beat.start()

    def until(condition: Callable[[], bool]) -> float:
        began, loop = time.perf_counter(), QEventLoop()
        look = QTimer()
        look.timeout.connect(lambda: loop.quit() if condition() or time.perf_counter() > began + PATIENCE_S else None)
        look.start(5)
        loop.exec()
        return (time.perf_counter() - began) * 1000

    until(lambda: window.is_under_way)
    window.after_first_frame(None)
    shelf = window.navigator.own.shelf
    until(lambda: bool(shelf.listing.entries))
    pause = time.perf_counter() + 0.5
    until(lambda: time.perf_counter() > pause)

    turns[:], works[:] = [time.perf_counter()], [time.thread_time()]
    window.navigator.open_menu()
    opened_ms = (time.perf_counter() - turns[0]) * 1000
    filled_ms = until(lambda: shelf.listing.is_whole)
    pause = time.perf_counter() + 0.5
    until(lambda: time.perf_counter() > pause)
    longest_hold_ms = max(after - before for before, after in itertools.pairwise(turns)) * 1000
    longest_work_ms = max(after - before for before, after in itertools.pairwise(works)) * 1000

    saved = folder / "exercises" / "own-0500.toml"
    saved.write_bytes(saved.read_bytes() + b"\nnot = an exercise any more\n")
    seen_ms = until(lambda: any("own-0500" in problem.path for problem in shelf.listing.problems))
    saved.write_bytes(saved.read_bytes().replace(b"\nnot = an exercise any more\n", b""))
    window.navigator.leave()
    backstage.close()
    say_json(
        longest_hold_ms=longest_hold_ms,
        longest_work_ms=longest_work_ms,
        opened_ms=opened_ms,
        filled_ms=filled_ms,
        saved_and_shown_ms=seen_ms,
        exercises=len(shelf.listing.entries),
    )


if __name__ == "__main__":
    main()
