"""Words that are copied to be pasted elsewhere, and are gone from the clipboard when the person leaves."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

NOT_FOR_HISTORIES = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
"""Asks those who keep a history of the clipboard to leave these words out of it, as password managers do."""


class Copying(QObject):
    """Copies words, and takes back what is still there of them. Other programs can read them meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copied: str | None = None

    def copy(self, words: str) -> None:
        """Copy these words in place of what was copied before."""
        data = QMimeData()
        data.setText(words)
        for kind, value in NOT_FOR_HISTORIES.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._copied = words

    def wipe(self) -> None:
        """Empty the clipboard, unless something else has been copied since."""
        clipboard = QGuiApplication.clipboard()
        if self._copied is not None and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = None
