"""What the machine does to us, on its way from the log's thread to a quiet line: once each, or once an outage."""

import collections

from steady.core.errors import Fault
from steady.texts import say
from steady.texts.faults import fault_text


class Whispers:
    """Sentences that wait to be said. Any thread may tell a fault; one thread takes the sentences."""

    def __init__(self) -> None:
        self._waiting: collections.deque[Fault] = collections.deque()
        self._said: set[Fault] = set()

    def tell(self, fault: Fault) -> None:
        """Leave a fault to be said."""
        self._waiting.append(fault)

    def take(self) -> str | None:
        """Return the next sentence that is still to be said, or None."""
        while self._waiting:
            fault = self._waiting.popleft()
            if fault not in self._said or fault.comes_again:
                self._said.add(fault)
                return say(fault_text(fault))
        return None
