"""What the Pace button unfolds: the pace, and below it how the breath is drawn."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.settings import Form
from steady.texts import say
from steady.texts.ui import FormText, Ui
from steady.ui.theme import CORNER_PX, SMALL, Theme
from steady.ui.widgets.choices import Choices
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import label
from steady.ui.widgets.on_the_way import OnTheWay
from steady.ui.widgets.pill import Pill

FORMS = (Form.ORB, Form.WAVE, Form.SQUARE, Form.STILL)


class PacePanel(QWidget):
    """Use my pace, slower, faster, stay here, not breathing today; holds where there are some; the forms."""

    own_pace = Signal()
    slower = Signal()
    faster = Signal()
    stay = Signal()
    not_today = Signal()
    holds_changed = Signal(bool)
    form_chosen = Signal(object)
    """A `Form`."""

    def __init__(
        self,
        look: Theme,
        form: Form,
        *,
        holds: bool | None,
        early: int | None = None,
        kept: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`holds`: whether optional holds are in, or None where the exercise has none.

        `early`: how strong the distress was said to be on the way; `kept`: whether the practice is saved.
        """
        super().__init__(parent)
        self._look = look
        self._stops: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        paces = SnugFlow(gap_px=6)
        self.own_pace_button = Pill(say(Ui.USE_MY_PACE), look)
        self.own_pace_button.clicked.connect(self.own_pace)
        paces.addWidget(self.own_pace_button)
        self._stops.append(self.own_pace_button)
        for words, signal in (
            (Ui.SLOWER, self.slower),
            (Ui.FASTER, self.faster),
            (Ui.STAY_HERE, self.stay),
            (Ui.NOT_TODAY, self.not_today),
        ):
            pill = Pill(say(words), look)
            pill.clicked.connect(signal)
            paces.addWidget(pill)
            self._stops.append(pill)
        column.addLayout(paces)
        if holds is not None:
            column.addLayout(self._holds_row(holds))
        column.addWidget(label(say(Ui.FORM), look, size=SMALL, color="soft_ink", centered=True))
        column.addLayout(self._forms_row(form))
        column.addSpacing(6)
        self.on_the_way = OnTheWay(look, early=early, kept=kept, centered=True)
        column.addWidget(self.on_the_way)

    @property
    def stops(self) -> list[QWidget]:
        """Everything in it that can be pressed, in the order of Tab."""
        return [*self._stops, *self.on_the_way.stops]

    def _holds_row(self, holds: bool) -> SnugFlow:  # noqa: FBT001 - one switch
        row = SnugFlow(gap_px=6)
        pill = Pill(say(Ui.WITH_HOLDS), self._look)
        pill.setCheckable(True)
        pill.setChecked(holds)
        pill.toggled.connect(self.holds_changed)
        row.addWidget(pill)
        self._stops.append(pill)
        return row

    def _forms_row(self, form: Form) -> SnugFlow:
        row = SnugFlow(gap_px=6)
        choices = [(one, say(FormText[one.name])) for one in FORMS]
        forms = Choices(say(Ui.FORM), choices, form, self._look, self, by_click=False)
        forms.chosen.connect(self.form_chosen)
        for pill in forms.pills:
            row.addWidget(pill)
            self._stops.append(pill)
        return row

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press beside a button is no press on the guide behind it."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the panel it stands on."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(self._look.color("panel"))
            painter.setPen(QPen(self._look.color("line"), 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)
