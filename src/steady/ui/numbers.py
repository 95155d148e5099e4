"""The few numbers of Qt's `Qt` namespace that the first frame needs.

WORKAROUND: to touch `Qt` makes PySide6 build all of its hundred enums, which costs 20 ms, a tenth of a bare start.
Properties and `drawText` take the numbers instead. Whatever runs after the first frame uses `Qt` itself.
tests/ui/test_numbers.py holds each of these equal to Qt's own; docs/adr says why.
"""

ALIGN_LEFT = 0x1
ALIGN_MIDDLE = 0x80
ALIGN_CENTER = 0x84
WORD_WRAP = 0x1000

PLAIN_TEXT = 0
PRECISE_TIMER = 0
TAB_FOCUS = 0x1

KEY_SPACE = 0x20
KEY_ESCAPE = 0x01000000
KEY_RETURN = 0x01000004
KEY_ENTER = 0x01000005
KEY_LEFT = 0x01000012
KEY_UP = 0x01000013
KEY_RIGHT = 0x01000014
KEY_DOWN = 0x01000015
KEY_F11 = 0x0100003A
