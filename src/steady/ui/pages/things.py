"""The person's own things: where they are, and ways to take them along, bring them in, put them back or let them go."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steady.core.ports import Told
from steady.texts import Text, say
from steady.texts.things import ThingsText
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import SMALL, STRONG, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.panel import Panel
from steady.ui.widgets.path_text import PathText
from steady.ui.widgets.pill import Pill, PillKind

INSIDE_PX = 20
NAME = "steady-{day}"

AskWhere = Callable[[QWidget, str, str, str], Path | None]
AskWhich = Callable[[QWidget, str, str], Path | None]


class Dialogs(NamedTuple):
    """How to ask where to keep a file (parent, title, name, suffix), and which one to read (parent, title, kind)."""

    ask_where: AskWhere
    ask_which: AskWhich


class ThingsPage(ScrolledPage):
    """Asks for files and says which were chosen; whoever listens does the work and tells how it ended."""

    export_wanted = Signal(str)
    """The path of a `.json` or `.csv` file."""
    import_wanted = Signal(str)
    backup_wanted = Signal(str)
    restore_wanted = Signal(str)
    erase_wanted = Signal()
    practices_wanted = Signal()
    summary_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self, look: Theme, data_dir: Path, today: date, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name = say(ThingsText.TITLE)
        self._dialogs = dialogs
        self._stem = NAME.format(day=today.isoformat())
        self._is_busy = False
        self._told: list[QLabel] = []
        self._told_here: QLabel | None = None
        rows = self.column.rows
        rows.addWidget(self.heading(say(ThingsText.TITLE)))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(ThingsText.LEAD), color="soft_ink"))
        self._add_take()
        self._add_bring()
        self._add_copy()
        self._add_show()
        self._add_folder(data_dir)
        self._add_let_go()
        rows.addSpacing(18)
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look, PillKind.MAIN))
        back.clicked.connect(self.back_wanted)

    # -- the groups ---------------------------------------------------------------------------------------------

    def _add_take(self) -> None:
        group, told = self._group(ThingsText.TAKE, ThingsText.TAKE_MORE)
        json_ = self._pill(ThingsText.EXPORT_JSON, ThingsText.EXPORT_JSON_NAME)
        json_.clicked.connect(lambda: self._save(told, "json", self.export_wanted.emit))
        csv = self._pill(ThingsText.EXPORT_CSV, ThingsText.EXPORT_CSV_NAME)
        csv.clicked.connect(lambda: self._save(told, "csv", self.export_wanted.emit))
        self._add_row(group, told, json_, csv)

    def _add_bring(self) -> None:
        group, told = self._group(ThingsText.BRING, ThingsText.BRING_MORE)
        bring = self._pill(ThingsText.IMPORT)
        kinds = ThingsText.WHICH_IMPORT, ThingsText.FILES_JSON
        bring.clicked.connect(lambda: self._read(told, *kinds, self.import_wanted.emit))
        self._add_row(group, told, bring)

    def _add_copy(self) -> None:
        group, told = self._group(ThingsText.COPY, ThingsText.COPY_MORE)
        save = self._pill(ThingsText.BACKUP)
        save.clicked.connect(lambda: self._save(told, "db", self.backup_wanted.emit))
        restore = self._pill(ThingsText.RESTORE)
        kinds = ThingsText.WHICH_RESTORE, ThingsText.FILES_COPY
        restore.clicked.connect(lambda: self._read(told, *kinds, self.restore_wanted.emit))
        self._add_row(group, told, save, restore)

    def _add_show(self) -> None:
        group, told = self._group(ThingsText.SHOW, ThingsText.SHOW_MORE)
        summary = self._pill(ThingsText.SUMMARY)
        summary.clicked.connect(self.summary_wanted)
        self._add_row(group, told, summary)

    def _add_folder(self, data_dir: Path) -> None:
        group, _told = self._group(ThingsText.FOLDER, ThingsText.FOLDER_MORE)
        group.addSpacing(6)
        group.addWidget(PathText(str(data_dir), self.look, name=say(ThingsText.FOLDER_NAME)))

    def _add_let_go(self) -> None:
        group, told = self._group(ThingsText.ONE, ThingsText.ONE_MORE)
        practices = self._pill(ThingsText.PRACTICES)
        practices.clicked.connect(self.practices_wanted)
        self._add_row(group, told, practices)
        group, told = self._group(ThingsText.LET_GO, ThingsText.LET_GO_MORE)
        self._first = QWidget()
        lines = QVBoxLayout(self._first)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(2)
        for line in (ThingsText.ERASE_FIRST, ThingsText.ERASE_SEEN):
            lines.addWidget(self.label(say(line)))
        group.addWidget(self._first)
        self._erase = self._pill(ThingsText.ERASE)
        self._erase_now = self._pill(ThingsText.ERASE_NOW)
        self._keep = self._pill(ThingsText.ERASE_NOT)
        self._erase.clicked.connect(lambda: self._unfold(unfolded=True))
        self._keep.clicked.connect(lambda: self._unfold(unfolded=False))
        self._erase_now.clicked.connect(lambda: self._erase_all(told))
        self._add_row(group, told, self._erase, self._keep, self._erase_now)
        self._unfold(unfolded=False)

    # -- doing --------------------------------------------------------------------------------------------------

    def _save(self, told: QLabel, suffix: str, then: Callable[[str], None]) -> None:
        if self._is_busy:
            return
        title = say(ThingsText.WHERE_EXPORT)
        path = self._dialogs.ask_where(self, title, f"{self._stem}.{suffix}", suffix)
        self._go(told, path, then)

    def _read(self, told: QLabel, title: Text, kind: Text, then: Callable[[str], None]) -> None:
        if not self._is_busy:
            self._go(told, self._dialogs.ask_which(self, say(title), say(kind)), then)

    def _go(self, told: QLabel, path: Path | None, then: Callable[[str], None]) -> None:
        if path is not None:
            self._work(told)
            then(str(path))

    def _unfold(self, *, unfolded: bool) -> None:
        moved = self._erase.hasFocus() or self._keep.hasFocus() or self._erase_now.hasFocus()
        self._first.setVisible(unfolded)
        self._erase.setVisible(not unfolded)
        self._keep.setVisible(unfolded)
        self._erase_now.setVisible(unfolded)
        if moved:
            (self._keep if unfolded else self._erase).setFocus()
        if unfolded:
            announce(self, say(ThingsText.ERASE_FIRST))

    def _erase_all(self, told: QLabel) -> None:
        if not self._is_busy:
            self._unfold(unfolded=False)
            self._work(told)
            self.erase_wanted.emit()

    def _work(self, told: QLabel) -> None:
        """Say that it is under way, where the answer will be."""
        self._is_busy = True
        for other in self._told:
            other.hide()
        self._told_here = told
        told.setText(say(ThingsText.WORKING))
        told.show()

    def tell(self, told: Told) -> None:
        """Say how it ended, in one sentence, where it was asked for."""
        self._is_busy = False
        if self._told_here is not None:
            self._told_here.setText(told.sentence)
            self._told_here.show()
            self.scroll.ensureWidgetVisible(self._told_here)
        announce(self, told.sentence)

    # -- inside -------------------------------------------------------------------------------------------------

    def _group(self, title: Text, more: Text) -> tuple[QVBoxLayout, QLabel]:
        rows = self.column.rows
        rows.addSpacing(20)
        rows.addWidget(self.heading(say(title), STRONG))
        rows.addSpacing(8)
        panel = Panel(self.look)
        group = QVBoxLayout(panel)
        group.setContentsMargins(INSIDE_PX, 14, INSIDE_PX, 16)
        group.setSpacing(0)
        group.addWidget(self.label(say(more), SMALL, "soft_ink"))
        rows.addWidget(panel)
        told = self.label("", SMALL, "accent")
        told.hide()
        self._told.append(told)
        return group, told

    def _pill(self, words: Text, name: Text | None = None) -> Pill:
        return Pill(say(words), self.look, name=None if name is None else say(name))

    def _add_row(self, group: QVBoxLayout, told: QLabel, *pills: Pill) -> None:
        group.addSpacing(10)
        row = SnugFlow(centered=False)
        for pill in pills:
            row.addWidget(pill)
        group.addLayout(row)
        told.setContentsMargins(0, 8, 0, 0)
        group.addWidget(told)
