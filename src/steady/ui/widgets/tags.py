"""Tags of which several may be chosen, and a place for one of the person's own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steady.core.triggers import own_tag, with_tag
from steady.texts import say
from steady.texts.triggers import TagText
from steady.ui.theme import BODY, SMALL, TARGET_PX, Theme
from steady.ui.widgets.column import text_px
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import label
from steady.ui.widgets.panel import paint_panel
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.whole_words import keep_words_whole
from steady.ui.widgets.word_line import WordLine

OWN_EMS = 13
SIDE_PX = 16
SPARE_PX = 12
"""What a line keeps free around its words, with the cursor."""


class Tag(Pill):
    """A tag: filled where it is chosen. A check box to a screen reader."""

    def __init__(self, words: str, look: Theme, question: str, *, chosen: bool) -> None:
        super().__init__(words, look)
        self.setAccessibleDescription(question)
        self.setCheckable(True)
        self.setChecked(chosen)

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        if self.isChecked():
            accent = self._look.color("accent")
            return accent, accent, self._look.color("on_accent")
        fill, _border, ink = super()._colors()
        return fill, self._look.color("line"), ink


class _OwnLine(QWidget):
    """Where one's own is written, on a ground of its own."""

    def __init__(self, look: Theme, question: str) -> None:
        super().__init__()
        self._look = look
        self.line = WordLine(look, say(TagText.OWN_NAME, question=question))
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_PX, 2, SIDE_PX, 2)
        row.addWidget(self.line)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few words, and for all of the hint."""
        width = max(OWN_EMS * text_px(), self._hint_px() + 2 * SIDE_PX)
        return QSize(width, max(TARGET_PX, super().sizeHint().height()))

    def _hint_px(self) -> int:
        return self.line.fontMetrics().horizontalAdvance(say(TagText.OWN_HINT)) + SPARE_PX

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A hint that would be cut is left out; a screen reader has the question."""
        super().resizeEvent(event)
        fits = self._hint_px() + 2 * SIDE_PX <= event.size().width()
        self.line.setPlaceholderText(say(TagText.OWN_HINT) if fits else "")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow is fine."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), self._look, "accent")


class TagRow(QWidget):
    """A question, the tags, and the person's own. `words_of` returns the words of a tag."""

    changed = Signal(object)
    """The tags that are chosen now, as a tuple."""
    stops_changed = Signal()

    def __init__(
        self,
        look: Theme,
        question: str,
        tags: Sequence[str],
        chosen: Sequence[str],
        words_of: Callable[[str], str],
        *,
        more: str = "",
        heard: bool = True,
        at_first: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`heard`: whether the question stands above the tags, or is only heard.

        `at_first`: how many tags are shown before the others are asked for; those that are chosen always are.
        """
        super().__init__(parent)
        self._look, self._question, self._words_of = look, question, words_of
        self._chosen = tuple(chosen)
        self._own: _OwnLine | None = None
        self.setAccessibleName(question)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        if heard:
            rows.addWidget(keep_words_whole(label(question, look), BODY))
        if more:
            rows.addWidget(keep_words_whole(label(more, look, size=SMALL, color="soft_ink"), SMALL))
        if heard or more:
            rows.addSpacing(8)
        self._flow = SnugFlow(centered=False, gap_px=8)
        rows.addLayout(self._flow)
        self.pills: dict[str, Tag] = {}
        self.add = Pill(say(TagText.OWN), look, name=say(TagText.OWN_NAME, question=question))
        self.add.clicked.connect(self._write_own)
        all_tags: tuple[str, ...] = tuple(tags)
        for tag in chosen:
            all_tags = with_tag(all_tags, tag)
        for tag in all_tags:
            self._add(tag)
        self.more = Pill(say(TagText.MORE), look, PillKind.QUIET, name=say(TagText.MORE_NAME, question=question))
        self.more.clicked.connect(self._show_all)
        for pill in (self.more, self.add):
            self._flow.addWidget(pill)
        self.more.setVisible(at_first is not None and at_first < len(self.pills))
        for at, (tag, pill) in enumerate(self.pills.items()):
            pill.setVisible(at_first is None or at < at_first or tag in self._chosen)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The tags that are chosen."""
        return self._chosen

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        seen = [pill for pill in self.pills.values() if not pill.isHidden()]
        more = [] if self.more.isHidden() else [self.more]
        return [*seen, *more, self.add if self._own is None else self._own.line]

    def offer(self, tags: Sequence[str], *, at_first: bool = True) -> None:
        """Offer these too, unchosen; those that are there already stay as they are.

        `at_first`: whether they are shown before the others are asked for.
        """
        known = {tag.casefold() for tag in self.pills}
        for tag in tags:
            if tag.casefold() not in known:
                self._add(tag).setVisible(at_first or self.more.isHidden())
        self._put_own_last()

    def choose(self, tags: Sequence[str]) -> None:
        """Let these be chosen, and no others."""
        self.offer(tags)
        for tag, pill in self.pills.items():
            pill.setChecked(tag in tags)
            if tag in tags:
                pill.show()

    def _add(self, tag: str) -> Tag:
        pill = Tag(self._words_of(tag), self._look, self._question, chosen=tag in self._chosen)
        pill.toggled.connect(lambda on, tag=tag: self._choose(tag, on=on))
        self._flow.addWidget(pill)
        self.pills[tag] = pill
        return pill

    def _show_all(self) -> None:
        had_keyboard = self.more.hasFocus()
        hidden = [pill for pill in self.pills.values() if pill.isHidden()]
        for pill in hidden:
            pill.show()
        self.more.hide()
        self.stops_changed.emit()
        if had_keyboard and hidden:
            hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_own_last(self) -> None:
        for pill in (self.more, self.add):
            self._flow.removeWidget(pill)
            self._flow.addWidget(pill)
        self.stops_changed.emit()

    def _choose(self, tag: str, *, on: bool) -> None:
        others = tuple(one for one in self._chosen if one != tag)
        self._chosen = (*others, tag) if on else others
        self.changed.emit(self._chosen)

    def _write_own(self) -> None:
        self._own = _OwnLine(self._look, self._question)
        self._own.line.done.connect(self._take_own)
        self.add.hide()
        self._flow.addWidget(self._own)
        self._own.show()
        self._own.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stops_changed.emit()

    def _take_own(self) -> None:
        own, self._own = self._own, None
        if own is None:
            return
        had_keyboard = own.line.hasFocus()
        tag = own_tag(own.line.text())
        self._flow.removeWidget(own)
        own.hide()
        own.deleteLater()
        self.add.show()
        if tag:
            there = next((one for one in self.pills if one.casefold() == tag.casefold()), None)
            pill = self.pills[there] if there is not None else self._add(tag)
            pill.show()
            pill.setChecked(True)
        self._put_own_last()
        if had_keyboard:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
