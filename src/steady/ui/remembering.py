"""Leads to what is remembered beside practices: the journal and the weeks. Counts what is counted."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTime

from steady.core.journal import DRAFTS, SESSION, TAGS, Written, part_of, written_in
from steady.core.ports import LogReader
from steady.core.record import Draft, SessionRecord
from steady.core.remembered import Answers, Checkin, CountedKind, EarlierWords, JournalEntry, Words
from steady.core.row import Row
from steady.core.settings import PauseKept
from steady.core.triggers import OwnTags, own_among
from steady.core.weekly import week_about
from steady.texts import say
from steady.texts.journal import JournalText, when_words
from steady.ui.asking import Asking
from steady.ui.counting import Counting
from steady.ui.deleting import Deleting
from steady.ui.naming import title_of
from steady.ui.past_entries import PastEntries
from steady.ui.receipts import Waiting
from steady.ui.world import World
from steady.ui.your_things import YourThings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steady.ui.navigator import Navigator
    from steady.ui.page import Page
    from steady.ui.pages.journal import JournalPage

# Pages are imported where they are made.
# ruff: noqa: PLC0415


YEAR = timedelta(days=366)
MOST_OWN = 8


class Remembering(QObject):
    """Made when something of it is first wanted."""

    def __init__(self, world: World, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._world, self._to = world, navigator
        self._memories = world.memories()
        self.asking = Asking(self._memories.reader, self)
        self.counting = Counting(self._memories.counts, world.starter)
        self.deleting = Deleting(self._memories.journal.delete, self)
        self.entries = PastEntries(navigator, self, lambda entry, practised: self._about(entry.written_at, practised))
        self.things = YourThings(world, navigator, self)

    def close(self) -> None:
        """The person leaves: what is about to be deleted is deleted now."""
        self.deleting.close()
        self.things.close()

    def own_tags(self, then: Callable[[OwnTags], None], asker: QObject) -> None:
        """Look for the tags of the person's own in the log of the last year, for them to be offered again."""
        today = self._world.starter.today()

        def query(log: LogReader) -> OwnTags:
            practices = log.sessions(today - YEAR, today)
            triggers = [entry.triggers for entry in log.journal()] + [one.triggers for one in reversed(practices)]
            named = [tag for tags in triggers for tag in tags]
            pulls = [tag for one in reversed(practices) for tag in one.pulled_to]
            log.left_out()  # nothing is missing where tags are offered: the pages that show those rows say it
            return OwnTags(own_among(named)[:MOST_OWN], own_among(pulls)[:MOST_OWN])

        self.asking.ask(query, lambda found: None if found is None else then(found), asker)

    def forget(self, row: Row) -> None:
        """Let a practice leave no trace: neither its row nor what was counted on the way."""
        row.forget()
        self.counting.forget(row.record.id)

    def keep_pause(self, pause: PauseKept | None, row: Row) -> None:
        """Keep a pause before acting, or none; one that is begun is counted, where the practice is saved."""
        self._to.pauses.keep(pause)
        if pause is not None and row.kept:
            self.counting.count(CountedKind.PAUSED, row.record.id)

    # -- the journal --------------------------------------------------------------------------------------------

    def open_journal(self, session: SessionRecord | None = None) -> None:
        """Write in the journal, about a practice or about nothing in particular."""
        started = self._world.starter.now()
        link = "" if session is None else f"{session.id} {session.exercise}"
        self._to.show_calm(lambda: self._make_journal(self._half_written(link, started), None))

    def open_entry(self, entry: JournalEntry, exercise_id: str = "") -> None:
        """Look at an entry, and change it if wanted; `exercise_id` is of the practice that it is about, if any."""
        self._to.show_calm(lambda: self._make_journal(self._as_written(entry, exercise_id), entry))

    def _half_written(self, link: str, now: datetime) -> Written:
        """Return a new entry, with what was half written of one before."""
        drafts = self._drafts(None)
        tags = tuple(filter(None, drafts.pop(TAGS, "").split("\n")))
        link = link or drafts.pop(SESSION, "")
        drafts.pop(SESSION, None)
        about = self._about(now, link.partition(" ")[2])
        return Written(None, drafts, tags, about, link, from_before=bool(drafts or tags))

    def _as_written(self, entry: JournalEntry, exercise_id: str) -> Written:
        """Return an entry as it is, with what was half changed of it."""
        drafts = self._drafts(entry.id)
        tags = tuple(filter(None, drafts.pop(TAGS, "").split("\n"))) or entry.triggers
        drafts.pop(SESSION, None)
        kept = written_in(entry.words)
        about = self._about(entry.written_at, exercise_id)
        return Written(
            entry.id, kept | drafts, tags, about, kept_words=kept, kept_tags=entry.triggers, from_before=bool(drafts)
        )

    def _drafts(self, entry_id: str | None) -> dict[str, str]:
        drafts: Sequence[Draft] = self._world.log.drafts(DRAFTS)
        found = ((part_of(entry_id, draft.place), draft.text) for draft in drafts)
        return {part: text for part, text in found if part is not None}

    def _about(self, moment: datetime, exercise_id: str) -> str:
        when = self.when(moment)
        if not exercise_id:
            return when
        return say(JournalText.WITH, when=when, title=title_of(exercise_id, self._to.practising.find))

    def when(self, moment: datetime) -> str:
        """Return when something was, in words."""
        clock = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
        return when_words(moment, self._world.starter.now(), clock)

    def _make_journal(self, written: Written, entry: JournalEntry | None) -> "Page":
        from steady.ui.pages.journal import JournalPage

        to, log = self._to, self._world.log
        page = JournalPage(to.look, written)
        waiting = Waiting(page)

        def keep(words: Words, triggers: tuple[str, ...]) -> None:
            page.saving()
            waiting.watch(self._memories.journal.keep(self._entry(entry, words, triggers, written.session)))

        def ended(on_disk: bool) -> None:  # noqa: FBT001 - Qt's signal
            page.saved(on_disk=on_disk)
            if on_disk:
                self.entries.open(say(JournalText.SAVED))

        page.keep_wanted.connect(keep)
        waiting.ended.connect(ended)
        page.draft_forgotten.connect(lambda place: log.forget_draft(DRAFTS, place))
        page.entries_wanted.connect(self.entries.open)
        page.support_wanted.connect(to.open_support)
        page.back_wanted.connect(to.open_menu)
        self.own_tags(lambda own: page.tags.offer(own.triggers, at_first=False), page)
        if entry is None:
            self.asking.ask(lambda reader: reader.entry_count(), page.take_count, page)
        else:
            self._let_change(page, entry)
        return page

    def _let_change(self, page: "JournalPage", entry: JournalEntry) -> None:
        def delete() -> None:
            self.deleting.begin(entry.id)
            self.entries.open()

        def show_earlier() -> None:
            def when(words: EarlierWords) -> str:
                return self.when(words.edited_at)

            self.asking.ask(lambda reader: reader.earlier(entry.id), lambda found: page.earlier.take(found, when), page)

        page.delete_wanted.connect(delete)
        page.earlier_wanted.connect(show_earlier)

    def _entry(self, entry: JournalEntry | None, words: Words, triggers: tuple[str, ...], link: str) -> JournalEntry:
        starter = self._world.starter
        if entry is None:
            session = link.partition(" ")[0] or None
            return JournalEntry(starter.new_id(), starter.now(), starter.today(), words, triggers, session)
        return JournalEntry(entry.id, entry.written_at, entry.day, words, triggers, entry.session)

    # -- weeks --------------------------------------------------------------------------------------------------

    def open_week(self, week: date | None = None) -> None:
        """Look back at a week; at the one that has just been lived where none is named."""
        this_week = week_about(self._world.starter.today())
        self._to.change(signs_offered=this_week)
        self._to.show_calm(lambda: self._make_week(week or this_week, this_week))

    def _make_week(self, week: date, this_week: date) -> "Page":
        from steady.ui.pages.week import WeekPage

        page = WeekPage(self._to.look, week, this_week)
        waiting = Waiting(page)

        def keep(answers: Answers) -> None:
            page.saving()
            starter = self._world.starter
            checkin = Checkin(week, starter.now(), starter.today(), answers)
            waiting.watch(self._memories.checkins.keep(checkin))

        page.answered.connect(keep)
        waiting.ended.connect(lambda on_disk: page.saved(on_disk=on_disk))
        page.week_wanted.connect(self.open_week)
        page.back_wanted.connect(self._to.open_menu)
        self.asking.ask(lambda reader: reader.checkins(), page.take, page)
        return page
