"""A box that cannot send. Its words are in memory only, unless they are kept; whatever becomes of them is fine."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from steady.core.steps import Box, Unsent
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.thought_box import ThoughtBox


class UnsentPart(StepPart):
    """The box, what becomes of its words, and four ways to end: send as it is (elsewhere), shorten, keep, delete."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        self._place = step.id if isinstance(step, Unsent) else ""
        hint = step.hint if isinstance(step, Unsent) else ""
        box = Box(self._place, say(ScriptText.DRAFT_LABEL), hint)
        self.box = ThoughtBox(look, box, walk.written.get(self._place, ""))
        self.box.words_changed.connect(self.words_changed)
        self.rows.addSpacing(10)
        self.rows.addWidget(self.box)
        self.rows.addSpacing(8)
        self.stays = self.add_words("", size=SMALL, color="soft_ink")
        row = SnugFlow(centered=False, gap_px=10)
        self.ends: list[Pill] = []
        for words, press in (
            (ScriptText.AS_IS, self.send_as_it_is),
            (ScriptText.SHORTEN, self.shorten),
            (ScriptText.KEEP, self.keep),
            (ScriptText.DELETE, self.delete),
        ):
            pill = Pill(say(words), look)
            pill.clicked.connect(press)
            row.addWidget(pill)
            self.ends.append(pill)
        self.rows.addSpacing(12)
        self.rows.addLayout(row)
        self.rows.addSpacing(12)
        self.reply = self.add_words("", color="soft_ink")
        self.reply.hide()
        self.copy = Pill(say(ScriptText.COPY), look)
        self.copy.clicked.connect(self._copy)
        self.rows.addWidget(self.copy)
        self.copy.hide()
        self.box.words_changed.connect(self._written)
        self._say_what_stays()

    @property
    def stops(self) -> Sequence[QWidget]:
        """The box, the ways to end, and the copy where it is offered."""
        return (self.box.field, *self.ends, *(() if self.copy.isHidden() else (self.copy,)))

    @property
    def _is_empty(self) -> bool:
        return not self.box.words.strip()

    def send_as_it_is(self) -> None:
        """Steady sends nothing: the words can be copied."""
        self._answer(ScriptText.DRAFT_EMPTY if self._is_empty else ScriptText.AS_IS_REPLY, copy=not self._is_empty)

    def shorten(self) -> None:
        """Back to the box, with its length said."""
        count = len(self.box.words.split())
        self._answer(ScriptText.SHORTEN_REPLY if count else ScriptText.DRAFT_EMPTY, count=count)
        self.box.field.setFocus()

    def keep(self) -> None:
        """Keep the words, at once and from here on: they are half-written words like any others."""
        if self._is_empty:
            self._answer(ScriptText.DRAFT_EMPTY)
            return
        self.walk.keep(self._place)
        self.words_kept.emit()
        self._say_what_stays()
        self._answer(ScriptText.KEEP_REPLY)

    def delete(self) -> None:
        """Let the words go, kept or not; the field's own undo can bring them back while the page is there."""
        self.box.empty()
        self._answer(ScriptText.DELETE_REPLY)

    def _written(self) -> None:
        """Other words: what was answered to the ones before is not so any more."""
        self.reply.hide()
        if not self.copy.isHidden():
            self.copy.hide()
            self.changed.emit()
        self._say_what_stays()

    def saving_changed(self) -> None:
        """What was kept is not kept any more; what was answered to that is not so."""
        self._written()

    def _say_what_stays(self) -> None:
        kept = self.walk.keeps(self._place)
        self.stays.setText(say(ScriptText.DRAFT_KEPT if kept else ScriptText.MEMORY_ONLY))

    def _answer(self, text: ScriptText, *, copy: bool = False, count: int = 0) -> None:
        sentence = say(text, count=count)
        self.reply.setText(sentence)
        self.reply.show()
        self.copy.setVisible(copy)
        self.told.emit(sentence)
        self.changed.emit()

    def _copy(self) -> None:
        self.services.copy(self.box.words)
        self._answer(ScriptText.COPIED, copy=True)
