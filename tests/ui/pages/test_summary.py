"""A page to print: nothing is chosen beforehand, and what was chosen, and no more, is in the PDF."""

import errno
import io
import stat
import threading
from datetime import date, datetime, timedelta, timezone

import pypdf
import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication
from tests.realistic import TODAY
from tests.ui.fitting import faults, settle, show_active, tab_stops
from tests.ui.pages.looking_back import few, lived
from tests.ui.rig import PATIENCE_MS

from steady.core.progress.facts import Facts
from steady.core.progress.ranges import Range
from steady.core.remembered import JournalEntry, Words
from steady.core.summary import Material, Names, Part, Wish
from steady.texts.summary import part_words, printed
from steady.ui import theme
from steady.ui.pages.summary import OTHER, SummaryPage
from steady.ui.summary_pdf import pdf_of
from steady.ui.theme import DAWN, DUSK
from steady.ui.widgets.path_text import PathText

ALL = frozenset(Part)
NAMES = Names(lambda one: one.replace("-", " "), lambda tag: tag.replace("no-reply", "no reply"))
ENTRY = JournalEntry(
    "e1",
    datetime(2026, 11, 20, 21, tzinfo=timezone(timedelta(hours=1))),
    date(2026, 11, 20),
    Words(fact="No reply <b>yet</b> & it is late", need="a walk"),
    triggers=("no-reply",),
)
FAR_ENTRY = JournalEntry("e0", ENTRY.written_at - timedelta(days=300), date(2026, 1, 24), Words(fact="Long ago"))


def page_of(qtbot, look=DUSK, ask_where=lambda *_given: None) -> SummaryPage:
    page = SummaryPage(look, TODAY, ask_where)
    qtbot.addWidget(page)
    page.resize(960, 680)
    show_active(qtbot, page)
    settle()
    return page


def text_of(data: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(data))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def text_for(parts, *, since: date | None = TODAY - timedelta(days=90), facts: Facts | None = None) -> str:
    wish = Wish(since, TODAY, frozenset(parts))
    material = Material(lived() if facts is None else facts, (ENTRY, FAR_ENTRY))
    return text_of(pdf_of(printed(wish, material, TODAY, NAMES)))


def test_nothing_is_chosen_beforehand(qtbot):
    page = page_of(qtbot)
    assert page.wish is None
    assert not any(row.isChecked() for row in page.parts.values())
    assert page.days.value is None


@pytest.mark.parametrize(("days", "part"), [(False, False), (True, False), (False, True)])
def test_without_days_or_anything_to_go_in_nothing_is_made_and_it_says_so_kindly(qtbot, days, part):
    page = page_of(qtbot, ask_where=lambda *_given: pytest.fail("asked for a place"))
    if days:
        page.days.pill(Range.MONTH).click()
    if part:
        page.parts[Part.DAYS].click()
    page.make.click()
    assert page.told.text() == "You could first choose the days, and at least one thing to go in."


def test_what_is_chosen_is_what_is_wanted(qtbot, tmp_path):
    page = page_of(qtbot, ask_where=lambda *_given: tmp_path / "a.pdf")
    page.days.pill(Range.MONTH).click()
    page.parts[Part.SIGNS].click()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.make.click()
    assert wanted.args == [Wish(TODAY - timedelta(days=29), TODAY, frozenset({Part.SIGNS})), tmp_path / "a.pdf"]


def test_other_days_can_be_written_and_turned_days_are_noticed(qtbot):
    page = page_of(qtbot)
    page.days.pill(OTHER).click()
    page.parts[Part.DAYS].click()
    assert page.first.isVisible()
    assert page.wish == Wish(TODAY - timedelta(days=30), TODAY, frozenset({Part.DAYS}))
    page.last.edit.setDate(page.first.edit.date().addDays(-1))
    page.make.click()
    assert page.told.text() == "The first day comes after the last one."


def test_changing_ones_mind_about_the_place_makes_nothing(qtbot):
    page = page_of(qtbot)
    page.days.pill(Range.ALL).click()
    page.parts[Part.DAYS].click()
    with qtbot.assertNotEmitted(page.wanted):
        page.make.click()
    assert page.told.text() == ""


def test_the_pdf_says_what_it_is_and_what_it_is_not():
    text = text_for([Part.DAYS])
    assert "A summary from Steady" in text
    assert "From 26 August 2026 to 24 November 2026. Made on 24 November 2026." in text
    assert "It is not a test, a diagnosis or a medical record." in text
    assert "This shows what you logged, not what caused it." in text


HEADINGS = {
    Part.DAYS: "Aug 2026 26, 30, 31 Sep 2026",
    Part.PAIRS: "With what Before After",
    Part.USED: "In what you logged: the middle rating before and after.",
    Part.SIGNS: "Six signs, week by week",
    Part.HOURS: "When hard moments came",
    Part.COUNTED: "Paused before acting: 11",
    Part.JOURNAL: "What happened: No reply <b>yet</b> & it is late",
}


@pytest.mark.parametrize("part", list(Part), ids=lambda part: part.value)
def test_only_what_was_chosen_goes_in(part):
    text = text_for([part])
    assert HEADINGS[part] in text
    assert [other for other in Part if other is not part and HEADINGS[other] in text] == []


def test_everything_can_go_in_and_entries_of_other_days_stay_out():
    text = text_for(ALL)
    assert all(heading in text for heading in HEADINGS.values())
    assert "What I need: a walk" in text
    assert "Triggers: no reply" in text
    assert "Long ago" not in text
    assert "Long ago" in text_for(ALL, since=None)


def test_markup_in_words_is_printed_to_the_letter():
    assert "my <b>own</b> & other" in text_for([Part.USED])


def test_a_handful_of_pairs_is_printed_and_not_summed_up():
    text = text_for([Part.PAIRS], facts=few())
    assert "3 pairs so far." in text
    assert "middle rating was" not in text


def test_nothing_logged_is_said_plainly():
    text = text_for(ALL, facts=Facts(), since=date(2020, 1, 1))
    assert text.count("Nothing logged in these days.") >= 3


def test_it_is_printed_in_black_on_as_many_pages_as_it_takes():
    wish = Wish(None, TODAY, ALL)
    entries = [FAR_ENTRY] * 60
    data = pdf_of(printed(wish, Material(lived(), entries), TODAY, NAMES))
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert len(reader.pages) > 3
    assert all(round(float(page.mediabox.width)) == 595 for page in reader.pages)


def test_tab_goes_from_the_days_to_each_thing_and_then_to_the_buttons(qtbot):
    page = page_of(qtbot)
    names = [stop.accessibleName() for stop in tab_stops(page)]
    assert names == ["30 days", *(part_words(part) for part in Part), "Make the PDF", "Back"]


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", [(960, 680), (480, 800), (360, 480)], ids=str)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, size_px, percent, look):
    theme.set_text_percent(percent)
    page = page_of(qtbot, look)
    page.resize(*size_px)
    page.days.pill(OTHER).click()
    page.kept("/home/someone/Documents/summary-2026-11-24.pdf")
    settle()
    assert faults(page) == []


# -- in the window ----------------------------------------------------------------------------------------------


@pytest.fixture
def chosen(rig, tmp_path, monkeypatch):
    """A window on the page, with something chosen and a place to put it."""
    path = tmp_path / "for them.pdf"
    monkeypatch.setattr("steady.ui.save_dialog.ask_where", lambda *_given: path)
    rig.memories.reader.counted = lived()
    rig.open()
    rig.click("Menu")
    rig.click("Progress")
    rig.until(lambda: rig.page.is_built)
    rig.click("A page to print")
    assert rig.shown == "SummaryPage"
    rig.page.days.pill(Range.QUARTER).click()
    rig.page.parts[Part.PAIRS].click()
    return path


def test_the_file_is_the_persons_alone_and_whole(rig, chosen):
    rig.click("Make the PDF")
    rig.until(lambda: rig.page.told.text().startswith("It is here"))
    assert stat.S_IMODE(chosen.stat().st_mode) == 0o600
    assert "Before and after" in text_of(chosen.read_bytes())
    assert [path.name for path in chosen.parent.iterdir() if path.suffix in (".pdf", ".tmp")] == ["for them.pdf"]


def test_a_place_that_can_not_be_written_is_said_gently(rig, chosen):
    chosen.mkdir()
    rig.click("Make the PDF")
    rig.until(lambda: rig.page.told.text() == "The page to print could not be kept there. You could try another place.")


def test_a_log_that_can_not_be_read_is_said_gently(rig, chosen):
    rig.memories.reader.is_unreadable = True
    rig.click("Make the PDF")
    assert rig.page.told.text().startswith("The log can’t be read just now.")
    assert not chosen.exists()


def test_a_second_page_to_print_takes_the_place_of_the_first_on_the_page(rig, chosen):
    rig.page.kept(chosen)
    rig.page.kept(chosen)
    rig.settle()
    assert len(rig.page.findChildren(PathText)) == 1


@pytest.mark.parametrize("percent", [100, 200])
def test_where_it_is_kept_is_in_sight(qtbot, percent):
    theme.set_text_percent(percent)
    page = page_of(qtbot)
    page.kept("/home/someone/Documents/summary-2026-11-24.pdf")
    settle()
    (where,) = page.findChildren(PathText)
    assert where.visibleRegion().boundingRect().height() == where.height()


# -- on a thread of its own -----------------------------------------------------------------------------------------


@pytest.fixture
def press(monkeypatch):
    """What prints, and waits for `go` before it does: it notes on which threads words are made and printed."""

    class Press:
        def __init__(self) -> None:
            self.threads: list[object] = []
            self.began, self.go = threading.Event(), threading.Event()

        def words(self, *given):
            self.threads.append(QThread.currentThread())
            return printed(*given)

        def pdf(self, summary):
            self.threads.append(QThread.currentThread())
            self.began.set()
            assert self.go.wait(PATIENCE_MS / 1000)
            return pdf_of(summary)

    made = Press()
    monkeypatch.setattr("steady.ui.summing_up.printed", made.words)
    monkeypatch.setattr("steady.ui.summary_pdf.pdf_of", made.pdf)
    yield made
    made.go.set()


def test_neither_words_nor_pages_are_made_on_the_windows_thread(rig, chosen, press):
    rig.click("Make the PDF")
    rig.until(press.began.is_set)
    assert rig.page.told.text() == "One moment."
    rig.click("Back")
    assert rig.shown == "ProgressPage"
    press.go.set()
    rig.until(chosen.exists)
    assert len(press.threads) == 2
    assert QApplication.instance().thread() not in press.threads
    assert "Before and after" in text_of(chosen.read_bytes())
    rig.until(lambda: rig.page.is_built)


def test_whoever_leaves_while_it_is_printed_has_the_whole_file(rig, chosen, press):
    rig.click("Make the PDF")
    rig.until(press.began.is_set)
    rig.press(Qt.Key.Key_Escape)
    assert not rig.shell.isVisible()
    press.go.set()
    assert rig.navigator.end_printing(PATIENCE_MS / 1000)
    assert "Before and after" in text_of(chosen.read_bytes())


def test_what_is_not_printed_in_time_is_no_file_at_all(rig, chosen, press):
    rig.click("Make the PDF")
    rig.until(press.began.is_set)
    rig.press(Qt.Key.Key_Escape)
    assert not rig.navigator.end_printing(0.0)
    press.go.set()
    assert rig.navigator.end_printing(PATIENCE_MS / 1000)
    assert [path.name for path in chosen.parent.iterdir() if path.suffix in (".pdf", ".tmp")] == []


def test_without_anything_to_print_nobody_waits(rig):
    rig.open()
    assert rig.navigator.end_printing(0.0)


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), PermissionError(errno.EACCES, "no")], ids=repr)
def test_a_disk_that_will_not_have_it_is_told_where_the_person_is_by_then(rig, chosen, press, monkeypatch, error):
    def full(_path, _data):
        raise error

    monkeypatch.setattr(rig.navigator._maker._to_print.summing_up, "_write", full)
    rig.click("Make the PDF")
    rig.until(press.began.is_set)
    rig.navigator.practising.back_to_breathing()
    press.go.set()
    rig.until(lambda: "The page to print could not be kept there. You could try another place." in rig.texts())
    assert not chosen.exists()


def test_a_bug_of_ours_while_it_is_printed_is_told_too(rig, chosen, monkeypatch, qtbot):
    monkeypatch.setattr("steady.ui.summary_pdf.pdf_of", lambda _summary: {}["a bug"])
    with qtbot.captureExceptions() as caught:
        rig.click("Make the PDF")
        rig.until(lambda: rig.page.told.text().startswith("The page to print could not be kept there."))
    assert [kind for kind, *_ in caught] == [KeyError]


def test_back_leads_to_progress(rig, chosen):
    rig.click("Back")
    assert rig.shown == "ProgressPage"
    rig.until(lambda: rig.page.is_built)
