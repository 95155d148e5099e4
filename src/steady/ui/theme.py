"""Colours, sizes and fonts: the one place that knows what calm looks like.

Contrast: ink and soft ink reach WCAG AA (4.5:1) on ground and panel, accent and support reach it as text, and
`edge` reaches 3:1 for borders that carry meaning. `line` is decoration. tests/ui/test_theme.py holds this.
"""

import msgspec
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QPalette, QPen

from steady.core.settings import Look, Settings


class Theme(msgspec.Struct, frozen=True):
    """One set of colours, as #rrggbb."""

    name: str
    ground: str
    panel: str
    line: str
    edge: str
    ink: str
    soft_ink: str
    accent: str
    on_accent: str
    support: str
    orb_heart: str
    orb_rim: str
    halo_inner: str
    halo_outer: str

    def color(self, name: str) -> QColor:
        """Return one of the colours by its field's name."""
        return QColor(str(getattr(self, name)))

    def palette(self) -> QPalette:
        """Return the palette that standard controls use."""
        palette = QPalette()
        role = QPalette.ColorRole
        for roles, name in (
            ((role.Window, role.HighlightedText), "ground"),
            ((role.Base, role.Button, role.AlternateBase, role.ToolTipBase), "panel"),
            ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "ink"),
            ((role.PlaceholderText,), "soft_ink"),
            ((role.Highlight, role.Link, role.Accent), "accent"),
        ):
            for one in roles:
                palette.setColor(one, self.color(name))
        return palette


DUSK = Theme(
    name="dusk",
    ground="#12212b",
    panel="#182b37",
    line="#264050",
    edge="#5d7f8f",
    ink="#e9f1f3",
    soft_ink="#a9c0c9",
    accent="#8fd0c6",
    on_accent="#0e2a2a",
    support="#e8c39a",
    orb_heart="#b9e3dc",
    orb_rim="#387c7d",
    halo_inner="#284148",
    halo_outer="#1b2e35",
)
DAWN = Theme(
    name="dawn",
    ground="#f6f3ec",
    panel="#fffdf8",
    line="#e0d9cb",
    edge="#8a8474",
    ink="#23343c",
    soft_ink="#5b6d74",
    accent="#27716b",
    on_accent="#ffffff",
    support="#955a24",
    orb_heart="#7fb8b0",
    orb_rim="#27716b",
    halo_inner="#cfded6",
    halo_outer="#e4e9e0",
)


def brush_of(color: QColor) -> QBrush:
    """Return a brush of that colour. WORKAROUND: `QBrush(color)` touches `Qt` (see `numbers`); a palette's does not."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, color)
    return palette.brush(QPalette.ColorRole.Base)


def pen_of(color: QColor, width_px: float) -> QPen:
    """Return a pen of that colour and width, for `strokePath`: `setPen` touches `Qt` (see `numbers`)."""
    pen = QPen()
    pen.setColor(color)
    pen.setWidthF(width_px)
    return pen


TARGET_PX = 44
"""The least height and width of anything that is pressed."""
CORNER_PX = 14
GAP_PX = 12


def theme_for(settings: Settings) -> Theme:
    """Return the person's theme, or what the desktop's last answer asks for; dusk where it has said nothing.

    The desktop is asked after the first frame (`Window`), and its answer kept for the next start.
    """
    if settings.look is Look.SYSTEM:
        return DAWN if settings.last_light else DUSK
    return DAWN if settings.look is Look.DAWN else DUSK


class Size(msgspec.Struct, frozen=True):
    """A text size, as a share of the body size."""

    share: float
    bold: bool = False


BODY = Size(1.0)
SMALL = Size(0.93)
STRONG = Size(1.0, bold=True)
TITLE = Size(1.95)
HEADING = Size(1.65, bold=True)

BODY_PX = 16


def font(size: Size) -> QFont:
    """Return the application's font in that size; the application's own size is the body's."""
    result = QFont(QGuiApplication.font())
    result.setPixelSize(round(result.pixelSize() * size.share))
    result.setWeight(QFont.Weight.DemiBold if size.bold else QFont.Weight.Normal)
    return result


def set_text_percent(percent: int) -> None:
    """Set the size of all text, in percent of the usual size."""
    base = QFont(QGuiApplication.font())
    base.setPixelSize(round(BODY_PX * percent / 100))
    QGuiApplication.setFont(base)
