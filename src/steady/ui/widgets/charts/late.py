"""Imports pyqtgraph, and numpy with it, on a thread of its own: a fifth of a second that the window must not stand."""

import contextlib
import importlib
import sys
import threading

from PySide6.QtCore import QObject, Signal, SignalInstance

NAME = "pyqtgraph"


class Arrival(QObject):
    """Says when charts can be drawn. `fetch` may be called again; what is here already arrives at once."""

    arrived = Signal()

    def fetch(self) -> None:
        """Begin the import; `arrived` comes on the thread of this object."""
        if is_here():
            self.arrived.emit()
        else:
            threading.Thread(target=self._import, name="steady-charts", daemon=True).start()

    def _import(self) -> None:
        # A failure is a bug of ours: threading's hook takes it to the report.
        charts = importlib.import_module(NAME)
        charts.setConfigOption("exitCleanup", False)  # it would go through every object there is while somebody leaves
        tell(self.arrived)


def tell(signal: SignalInstance, *given: object) -> None:
    """Emit a signal from another thread; where the window is gone meanwhile, nobody waits for it any more."""
    with contextlib.suppress(RuntimeError):
        signal.emit(*given)


def is_here() -> bool:
    """Whether pyqtgraph is imported to its end."""
    found = sys.modules.get(NAME)
    spec = getattr(found, "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)
