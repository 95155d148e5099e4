"""What the benchmarks share: starting programs, reading what they say, and saying what came of it."""

import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
WINDOW_PX = (960, 680)
"""The size that Steady's window first has; the references take the same."""


class Finding(NamedTuple):
    """One number and the bound it is held against: at most `limit`, or at least that where `at_least` is set."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the number is within its bound."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def line(self) -> str:
        """Return one sentence about it."""
        side = "at least" if self.at_least else "at most"
        return f"{'holds' if self.holds else 'DOES NOT HOLD':>13}  {self.name}: {self.value:.3g}, {side} {self.limit:g}"


def tell(benchmark: str, rows: Sequence[Sequence[object]], findings: Sequence[Finding], **numbers: object) -> None:
    """Print a table, then each bound and whether it holds, then all of it as one line of JSON."""
    cells = [[f"{cell:.3g}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for finding in findings:
        print(finding.line())
    held = {
        finding.name: {"value": finding.value, "limit": finding.limit, "holds": finding.holds} for finding in findings
    }
    print(json.dumps({"benchmark": benchmark, "platform": platform(), "bounds": held, **numbers}), flush=True)


def platform() -> str:
    """Return the Qt platform that windows are opened on."""
    return environment().get("QT_QPA_PLATFORM") or ("xcb" if os.environ.get("DISPLAY") else "the system's own")


def environment() -> dict[str, str]:
    """Return the environment for windows: the display there is, or none at all where there is none."""
    given = dict(os.environ)
    has_display = given.get("DISPLAY") or given.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")
    if not has_display:
        given.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("STEADY_DATA_DIR", "PYTHONDONTWRITEBYTECODE"):  # an installed Steady is compiled, as PySide6 is
        given.pop(name, None)
    return given


@contextmanager
def fresh_dir() -> Iterator[Path]:
    """Lend an empty data folder; nothing of it stays."""
    with tempfile.TemporaryDirectory(prefix="steady-bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def say_json(**numbers: object) -> None:
    """Answer the benchmark that started us."""
    print(json.dumps(numbers), flush=True)


def ask(script: str, *arguments: object, env: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Run a script of this folder and return what it answers in its last line."""
    return ask_command([sys.executable, str(HERE / script), *map(str, arguments)], env)


def ask_command(command: Sequence[str], env: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Run a command and return the JSON in its last line."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=env or environment())
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def in_turn(pairs: int, *contenders: Any) -> list[list[Any]]:
    """Call the contenders in turn, the first one first and then last, so that neither profits from its place.

    Returns each one's answers. A first round warms the disk's cache and is not counted.
    """
    answers: list[list[Any]] = [[] for _ in contenders]
    for round_ in range(pairs + 1):
        order = list(enumerate(contenders))
        for index, contender in order if round_ % 2 else reversed(order):
            answer = contender()
            if round_ > 0:
                answers[index].append(answer)
    return answers


def spread(values: Sequence[float]) -> str:
    """Return the middle half of the values."""
    if len(values) < 2:
        return "one value"
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{low:.1f} to {high:.1f}"


def memory_kb() -> dict[str, int]:
    """Return this process's memory in KiB: `pss` counts what it shares with others by its share, `rss` in full.

    Where other programs with Qt are open, `pss` is smaller for it, and for the bare window most of all: then a ratio
    of `rss` says more. Both are 0 where the system does not say.
    """
    found = {"pss": 0, "rss": 0}
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
            name = line.partition(":")[0].lower()
            if name in found:
                found[name] = int(line.split()[1])
    return found
