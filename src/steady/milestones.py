"""How long a start took, for `steady --time-startup`: milestones in milliseconds since the process started."""

from steady.core.clock import process_age_ms


class Milestones:
    """Takes a time at each milestone."""

    def __init__(self) -> None:
        self._taken: dict[str, float] = {}

    def mark(self, name: str) -> None:
        """Take the time of this milestone; the first time counts."""
        self._taken.setdefault(name, round(process_age_ms(), 1))

    def line(self) -> str:
        """Return all of them as one line of JSON."""
        import json  # noqa: PLC0415 - it must not be part of what is measured

        return json.dumps(self._taken)
