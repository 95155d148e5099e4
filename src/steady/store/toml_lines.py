"""On which line of a TOML text a field stands, however it is written.

A parser that keeps positions (tree-sitter) reads the text a second time, only once it is known to be at fault. Lines
count from 1.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import tree_sitter_toml
from tree_sitter import Language, Parser, Point

if TYPE_CHECKING:
    from tree_sitter import Node

CHUNK_BYTES = 1 << 14
"""The parser is handed this much at a time, so that other threads have their turn in between."""
READ_BYTES = 1 << 17
"""The parser reads this far: many times what the longest exercise takes.

Its last look at a text has no in between, and of a whole MiB that makes no sense it would take a quarter of a second
in which no other thread, the window's included, had its turn. What comes later is looked for by its name.
"""

Path = tuple[str | int, ...]
"""The way to a field: ("phases", 0, "seconds"). Places in lists count from 0."""


class TomlLines:
    """The lines of one text. Text that is no TOML has lines too, as far as it makes sense."""

    def __init__(self, text: str) -> None:
        head, self._rest = _divided(text)
        self._rest_line = head.count("\n") + 1
        self._root = _parsed(head)
        self._lines: dict[Path, int] = {}
        self._values: set[Path] = set()
        self._tables: set[Path] = set()
        self._lists: dict[Path, int] = {}
        self._twice: tuple[Path, int] | None = None
        for node in self._root.children:
            self._read(node)

    def of(self, path: Path) -> int | None:
        """Return the line of a field or, where it is missing, of the table it would be in; None for the whole file."""
        top = path[:1]
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines[path] if path in self._lines else self._later(top)

    def twice(self) -> tuple[Path, int] | None:
        """Return what is said a second time, and the line of that."""
        return self._twice

    def first_error(self) -> int | None:
        """Return the line on which the first thing that makes no sense begins."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            if node.is_error or node.is_missing:
                return _line(node)
            waiting += [child for child in reversed(node.children) if child.has_error or child.is_missing]
        return None

    def _later(self, top: Path) -> int | None:
        """Return the line that a field or a table at the top begins, in what was not read; None where none does."""
        if not self._rest or not top:
            return None
        name = re.escape(str(top[0]))
        found = re.search(rf"""^[ \t]*+\[*+[ \t]*+["']?{name}["']?[ \t]*[=.\]]""", self._rest, re.MULTILINE)
        return None if found is None else self._rest_line + self._rest.count("\n", 0, found.start())

    def _read(self, node: "Node") -> None:
        """Read a field at the top, or a table with all that is in it."""
        if node.type == "pair":
            self._read_pair(node, ())
            return
        keys = [child for child in node.named_children if child.type in ("bare_key", "quoted_key", "dotted_key")]
        if node.type not in ("table", "table_array_element") or not keys:
            return
        *above, last = _names(keys[0])
        path = (*self._entered((), above), last)
        self._note(path, node)
        if node.type == "table_array_element":
            self._lists[path] = self._lists.get(path, -1) + 1
            path = (*path, self._lists[path])
            self._note(path, node)
        elif path in self._values or path in self._tables:
            self._twice = self._twice or (path, _line(node))
        self._tables.add(path)
        for child in node.named_children:
            if child.type == "pair":
                self._read_pair(child, path)

    def _read_pair(self, pair: "Node", prefix: Path) -> None:
        waiting: list[tuple[Node, Path]] = [(pair, prefix)]
        while waiting:
            node, path = waiting.pop()
            if node.type == "pair":
                key, *values = (child for child in node.named_children if child.type != "comment")
                *above, last = _names(key)
                path = (*self._entered(path, above, key), last)
                if path in self._lines:
                    self._twice = self._twice or (path, _line(key))
                self._values.add(path)
                self._note(path, key)
                waiting += [(value, path) for value in values[:1]]
            elif node.type == "inline_table":
                waiting += [(child, path) for child in reversed(node.named_children) if child.type == "pair"]
            elif node.type == "array":
                values = [child for child in node.named_children if child.type != "comment"]
                for index, value in enumerate(values):
                    self._note((*path, index), value)
                waiting += [(value, (*path, index)) for index, value in reversed(list(enumerate(values)))]

    def _entered(self, path: Path, names: list[str], node: "Node | None" = None) -> Path:
        """Return the way to a table by its names; a list of tables is entered at its last."""
        for name in names:
            path = (*path, name)
            if node is not None:
                self._note(path, node)
            if path in self._lists:
                path = (*path, self._lists[path])
        return path

    def _note(self, path: Path, node: "Node") -> None:
        self._lines.setdefault(path, _line(node))


def _divided(text: str) -> tuple[str, str]:
    """Return what is read of a text, in whole lines where it has any, and the rest."""
    if len(text) <= READ_BYTES:
        return text, ""
    end = text.rfind("\n", 0, READ_BYTES) + 1 or READ_BYTES
    return text[:end], text[end:]


def _parsed(text: str) -> "Node":
    data = text.encode("utf-8")

    def chunk(offset: int, _point: Point) -> bytes:
        return data[offset : offset + CHUNK_BYTES]

    return Parser(Language(tree_sitter_toml.language())).parse(chunk).root_node


def _names(key: "Node") -> list[str]:
    """Return a key as the names it is made of: `a."b c"` as ["a", "b c"]."""
    return [_name(node) for node in _leaves(key)]


def _leaves(key: "Node") -> Iterator["Node"]:
    waiting = [key]
    while waiting:
        node = waiting.pop()
        if node.type == "dotted_key":
            waiting += reversed(node.named_children)
        else:
            yield node


def _name(node: "Node") -> str:
    raw = (node.text or b"").decode("utf-8", "replace")
    if node.type != "quoted_key":
        return raw
    try:
        return next(iter(tomllib.loads(f"{raw} = 0")))
    except ValueError:  # it is no key at all, and has a line all the same
        return raw


def _line(node: "Node") -> int:
    return node.start_point.row + 1


def long_key(text: str, most_dots: int) -> int | None:
    """Return the line of a name with more dots than that, None where there is none. Dots in other text are fine.

    Further down than any exercise goes, no text has that many dots either.
    """
    head, rest = _divided(text)
    waiting = [_parsed(head)]
    while waiting:
        node = waiting.pop()
        if node.type == "dotted_key" and (node.text or b"").count(b".") > most_dots:
            return _line(node)
        waiting += reversed(node.named_children)
    later = (number for number, line in enumerate(rest.split("\n")) if line.count(".") > most_dots)
    return next((head.count("\n") + 1 + number for number in later), None)
