"""One entry of the journal, to write or to change. What is half written survives leaving at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.journal import DRAFTS, PARTS, SESSION, TAGS, Written, draft_place, is_empty, words_of
from steady.core.record import Draft
from steady.core.remembered import Words
from steady.core.triggers import Trigger
from steady.texts import say
from steady.texts.journal import JournalText, PromptText, count_words, part_hint, part_words
from steady.texts.triggers import trigger_words
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import BODY, SMALL, Theme
from steady.ui.widgets.beside import Beside
from steady.ui.widgets.column import text_px
from steady.ui.widgets.earlier_texts import EarlierTexts
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.fold_pill import FoldPill
from steady.ui.widgets.journal_line import JournalLine
from steady.ui.widgets.link import Link
from steady.ui.widgets.panel import Panel
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.tags import TagRow

INSIDE_PX = 24
TAGS_AT_FIRST = 4


class JournalPage(ScrolledPage):
    """Tags, seven lines that may stay empty, Keep and Throw away."""

    letters = False

    keep_wanted = Signal(object, object)
    """The `Words`, and the tags."""
    draft_forgotten = Signal(str)
    """The place of a half-written part that was emptied or let go."""
    entries_wanted = Signal()
    delete_wanted = Signal()
    earlier_wanted = Signal()
    support_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Theme, written: Written, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._written = written
        self._is_edit = written.entry_id is not None
        self._is_kept = False
        title = say(JournalText.TITLE_EDIT if self._is_edit else JournalText.TITLE)
        lead = say(JournalText.LEAD_EDIT if self._is_edit else JournalText.LEAD)
        self.name = title
        rows = self.column.rows
        rows.addWidget(self.heading(title))
        rows.addSpacing(2)
        rows.addWidget(self.label(lead, BODY, "soft_ink"))
        self.told = self.label(say(JournalText.FROM_BEFORE) if written.from_before else "", SMALL, "accent")
        rows.addSpacing(4)
        rows.addWidget(self.told)
        self.told.setVisible(written.from_before)
        self.bring_back = Link(say(JournalText.BRING_BACK), look, color="accent")
        self.bring_back.clicked.connect(self._bring_back)
        self.bring_back.hide()
        self._thrown: object = None
        rows.addWidget(self.bring_back)
        rows.addSpacing(14)
        rows.addWidget(self._make_panel())
        rows.addSpacing(8)
        self._add_prompts()
        self.earlier = EarlierTexts(look)
        self.earlier.wanted.connect(self.earlier_wanted)
        if self._is_edit:
            rows.addWidget(self.earlier)
        else:
            self._add_count()
        rows.addSpacing(14)
        rows.addStretch(1)
        self._add_buttons()
        self._order()

    # -- building -----------------------------------------------------------------------------------------------

    def _make_panel(self) -> Panel:
        look, written = self.look, self._written
        panel = Panel(look)
        rows = QVBoxLayout(panel)
        side = min(INSIDE_PX, round(INSIDE_PX * 16 / text_px()))
        rows.setContentsMargins(side, 20, side, 18)
        rows.setSpacing(0)
        tags = [one.value for one in Trigger]
        self.tags = TagRow(
            look, say(JournalText.TAGS), tags, written.triggers, trigger_words, heard=False, at_first=TAGS_AT_FIRST
        )
        self.tags.changed.connect(self._tags_changed)
        self.tags.stops_changed.connect(self._order)
        rows.addWidget(self.tags)
        rows.addSpacing(14)
        self.lines: dict[str, JournalLine] = {}
        for part in PARTS:
            line = JournalLine(look, part, part_words(part), part_hint(part), written.words.get(part, ""))
            line.words_changed.connect(self._line_changed)
            rows.addWidget(line)
            self.lines[part] = line
            if part == "story":
                link = Link(say(Ui.SUPPORT), look)
                link.clicked.connect(self.support_wanted)
                self.guard = Beside(self.label(say(JournalText.GUARD), SMALL, "support"), link)
                rows.addWidget(self.guard)
        rows.addSpacing(12)
        rows.addWidget(self.label(written.about, SMALL, "soft_ink"))
        return panel

    def _add_buttons(self) -> None:
        self.keep = self.foot.add(Pill(say(JournalText.KEEP), self.look, PillKind.MAIN), stays=True)
        self.keep.clicked.connect(self._keep)
        words = JournalText.AS_IT_WAS if self._is_edit else JournalText.THROW_AWAY
        self.throw = self.foot.add(Pill(say(words), self.look))
        self.throw.clicked.connect(self._throw_away)
        if self._is_edit:
            delete = self.foot.add(Pill(say(JournalText.DELETE), self.look))
            delete.clicked.connect(self._delete)
        back = self.foot.add(Pill(say(Ui.BACK), self.look), far=True)
        back.clicked.connect(self.entries_wanted if self._is_edit else self.back_wanted)

    def _add_prompts(self) -> None:
        self.prompts = FoldPill(say(JournalText.PROMPTS), self.look, PillKind.QUIET)
        row = SnugFlow(centered=False)
        row.addWidget(self.prompts)
        rows = self.column.rows
        rows.addLayout(row)
        self._prompts = QWidget()
        lines = QVBoxLayout(self._prompts)
        lines.setContentsMargins(10, 4, 0, 8)
        lines.setSpacing(6)
        rows.addWidget(self._prompts)
        self._prompts.hide()
        self.prompts.toggled.connect(self._unfold_prompts)

    def _unfold_prompts(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        lines = self._prompts.layout()
        if lines is not None and not lines.count():  # most people write without them
            for prompt in PromptText:
                lines.addWidget(self.label(say(prompt), BODY, "soft_ink"))
        self._prompts.setVisible(unfolded)

    def _add_count(self) -> None:
        self.look_link = Link(say(JournalText.LOOK), self.look, color="accent")
        self.look_link.clicked.connect(self.entries_wanted)
        self.count = Beside(self.label("", SMALL, "soft_ink"), self.look_link)
        self.column.rows.addWidget(self.count)

    def _order(self) -> None:
        parts: list[QWidget] = [*self.tags.stops]
        for part, line in self.lines.items():
            parts.append(line.field)
            if part == "story":
                parts.append(self.guard.button)
        last = self.earlier.pill if self._is_edit else self.look_link
        self.order_tabs([self.bring_back, *parts, self.prompts, last])

    def press_text(self, text: str) -> bool:
        """Whoever begins to type, writes: what happened comes first to mind."""
        field = self.lines["fact"].field
        field.setFocus()
        field.insertPlainText(text)
        return True

    # -- reading ------------------------------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """What is written."""
        return words_of({part: line.words for part, line in self.lines.items()})

    def drafts(self) -> Sequence[Draft]:
        """Return what is half written: nothing once it is kept, or where it says what the kept entry says."""
        if self._is_kept:
            return ()
        parts = self._written.half_written({part: line.words for part, line in self.lines.items()}, self.tags.chosen)
        entry_id = self._written.entry_id
        return tuple(Draft(DRAFTS, draft_place(entry_id, part), text) for part, text in parts.items())

    def place(self) -> object:
        """Return what is written, for the page that is made in place of this one."""
        return {part: line.words for part, line in self.lines.items()}, self.tags.chosen

    def come_back(self, place: object) -> None:
        """Write it again."""
        if isinstance(place, tuple):
            words, tags = place
            for part, line in self.lines.items():
                line.write(words.get(part, ""))
            self.tags.choose(tags)

    def take_count(self, count: int | None) -> None:
        """Say how many earlier entries there are; None where that cannot be read."""
        self.count.words.setText(count_words(count))
        self.count.updateGeometry()

    # -- writing ------------------------------------------------------------------------------------------------

    def _line_changed(self, part: str, words: str) -> None:
        self._go_on()
        if not words.strip():
            self.draft_forgotten.emit(draft_place(self._written.entry_id, part))
        self.scroll.keep_in_sight(self.lines[part].field)

    def _go_on(self) -> None:
        """Something else is written: what was said above is past, and so is what was thrown away."""
        self._say("")
        self._thrown = None
        self.bring_back.hide()

    def _tags_changed(self, tags: Sequence[str]) -> None:
        self._go_on()
        if not tags:
            self.draft_forgotten.emit(draft_place(self._written.entry_id, TAGS))

    def _keep(self) -> None:
        words = self.words
        if is_empty(words, self.tags.chosen):
            self._say(say(JournalText.NOTHING))
        else:
            self.keep_wanted.emit(words, self.tags.chosen)

    def saving(self) -> None:
        """It is on its way to the disk."""
        self._say(say(JournalText.SAVING))

    def saved(self, *, on_disk: bool) -> None:
        """It is on the disk, or could not be: the words stay where they are until they are safe."""
        if not on_disk:
            self._say(say(JournalText.FAILED))
            return
        self.let_go_of_drafts()

    def let_go_of_drafts(self) -> None:
        """Nothing of this page is half written any more."""
        self._is_kept = True
        for part in (*PARTS, TAGS, SESSION):
            self.draft_forgotten.emit(draft_place(self._written.entry_id, part))

    def _throw_away(self) -> None:
        if self._is_edit:
            self.let_go_of_drafts()
            self.entries_wanted.emit()
            return
        thrown = None if is_empty(self.words, self.tags.chosen) else self.place()
        for line in self.lines.values():
            line.empty()
        self.tags.choose(())
        for part in (*PARTS, TAGS, SESSION):
            self.draft_forgotten.emit(draft_place(None, part))
        self._say(say(JournalText.GONE))
        self._thrown = thrown
        self.bring_back.setVisible(thrown is not None)

    def _bring_back(self) -> None:
        """A slip is taken back in one press, until something else is written or the page is left."""
        had_keyboard = self.bring_back.hasFocus()
        self.come_back(self._thrown)
        self._go_on()
        if had_keyboard:
            self.lines["fact"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self) -> None:
        self.let_go_of_drafts()
        self.delete_wanted.emit()

    def _say(self, sentence: str) -> None:
        if sentence == self.told.text():
            return
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
            self.scroll.ensureWidgetVisible(self.told)
