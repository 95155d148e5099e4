"""Prints a summary as a PDF: plain, black on white, text that can be selected. Words go in as text, never as markup."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from steady.texts.summary import Printed, Section

SMALL_PT, BODY_PT, HEADING_PT, TITLE_PT = 8.0, 10.0, 12.5, 17.0
MOST_COLUMNS = 5
"""A table of more columns has smaller letters, so that no word of its head is broken."""
DPI = 1200


def pdf_of(summary: Printed) -> bytes:
    """Return the summary as a PDF on A4."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(summary.title)
    writer.setCreator("Steady")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # the document keeps 2 cm at each side itself
    document_of(summary).print_(writer)
    del writer  # it writes its end when it goes
    buffer.close()
    return bytes(data.data())


def document_of(summary: Printed) -> QTextDocument:
    """Return the summary as a document."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    font = QFont("sans-serif")
    font.setPointSizeF(BODY_PT)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    _paragraph(cursor, summary.title, TITLE_PT, bold=True, first=True)
    for line in summary.lines:
        _paragraph(cursor, line, BODY_PT)
    for section in summary.sections:
        _section(cursor, section)
    _paragraph(cursor, summary.last, BODY_PT, above_pt=14.0)
    return document


def _section(cursor: QTextCursor, section: Section) -> None:
    _paragraph(cursor, section.title, HEADING_PT, bold=True, above_pt=16.0)
    for line in section.lines:
        _paragraph(cursor, line, BODY_PT)
    if section.table:
        _table(cursor, section.table)


def _paragraph(
    cursor: QTextCursor, words: str, size_pt: float, *, bold: bool = False, above_pt: float = 3.0, first: bool = False
) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(0.0 if first else above_pt)
    if first:
        cursor.setBlockFormat(block)
        cursor.setCharFormat(_letters(size_pt, bold=bold))
    else:
        cursor.insertBlock(block, _letters(size_pt, bold=bold))
    cursor.insertText(words, _letters(size_pt, bold=bold))


def _table(cursor: QTextCursor, rows: Sequence[Sequence[str]]) -> None:
    look = QTextTableFormat()
    look.setHeaderRowCount(1)
    look.setCellPadding(3.0)
    look.setCellSpacing(0.0)
    look.setBorder(0.5)
    look.setBorderCollapse(True)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QColor("#888888"))
    look.setTopMargin(6.0)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    size_pt = BODY_PT if len(rows[0]) <= MOST_COLUMNS else SMALL_PT
    table = cursor.insertTable(len(rows), len(rows[0]), look)
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            table.cellAt(row, column).firstCursorPosition().insertText(words, _letters(size_pt, bold=row == 0))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _letters(size_pt: float, *, bold: bool) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(size_pt)
    letters.setForeground(QColor("black"))
    letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return letters
