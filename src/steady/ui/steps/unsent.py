"""A box that cannot send. Its words are in memory only, unless they are kept; whatever becomes of them is fine."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

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
    """The box, and four ways to end: send as it is (elsewhere), shorten, keep, delete."""

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
        self.rows.addSpacing(6)
        self.add_words(say(ScriptText.MEMORY_ONLY), size=SMALL, color="soft_ink")
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
        self.rows.addSpacing(8)
        self.rows.addLayout(row)
        self.rows.addSpacing(10)
        self.reply = self.add_words("", color="soft_ink")
        self.copy = Pill(say(ScriptText.COPY), look)
        self.copy.clicked.connect(self._copy)
        self.rows.addWidget(self.copy)
        self.copy.hide()

    @property
    def stops(self) -> Sequence[QWidget]:
        """The box, the ways to end, and the copy where it is offered."""
        return (self.box.field, *self.ends, *(() if self.copy.isHidden() else (self.copy,)))

    def send_as_it_is(self) -> None:
        """Steady sends nothing: the words can be copied."""
        self.copy.set_words(say(ScriptText.COPY))
        self._answer(say(ScriptText.AS_IS_REPLY), copy=bool(self.box.words.strip()))

    def shorten(self) -> None:
        """Back to the box, with its length said."""
        count = len(self.box.words.split())
        self._answer(say(ScriptText.SHORTEN_REPLY, count=count) if count else say(ScriptText.SHORTEN_EMPTY))
        self.box.field.setFocus()

    def keep(self) -> None:
        """Keep the words: from here on they are half-written words like any others."""
        self.walk.keep(self._place)
        self.words_kept.emit()
        self._answer(say(ScriptText.KEEP_REPLY))

    def delete(self) -> None:
        """Let the words go, here and in the log, in a way that the field's own undo can bring back."""
        self.box.empty()
        self.draft_forgotten.emit(self._place)
        self._answer(say(ScriptText.DELETE_REPLY))

    def _answer(self, sentence: str, *, copy: bool = False) -> None:
        self.reply.setText(sentence)
        self.copy.setVisible(copy)
        self.told.emit(sentence)
        self.changed.emit()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.box.words)
        self.copy.set_words(say(ScriptText.COPIED))
        self.told.emit(say(ScriptText.COPIED))
