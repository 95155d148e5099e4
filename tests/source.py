"""The source as a test reads it: who imports whom, found in the syntax and not by importing."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"


class Import(NamedTuple):
    """One import: `importer` and `imported` are dotted names; `at_once` where it happens as the module is loaded."""

    importer: str
    imported: str
    at_once: bool

    def __str__(self) -> str:
        return f"{self.importer} imports {self.imported}"


def name_of(path: Path) -> str:
    """Return the dotted name of a source file."""
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> tuple[Path, ...]:
    """Return every Python file in src."""
    return tuple(sorted(SRC.rglob("*.py")))


@cache
def parsed(path: Path) -> ast.Module:
    """Return a file's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def within(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of these packages, or lies in one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@cache
def all_imports() -> tuple[Import, ...]:
    """Return every import in src, at any depth, those for type checkers included."""
    return tuple(found for path in sources() for found in _imports(parsed(path), name_of(path), at_once=True))


def imports_of(*packages: str) -> list[Import]:
    """Return the imports in these packages of anything outside each one's own package."""
    return [
        found
        for found in all_imports()
        for package in packages
        if within(found.importer, package) and not within(found.imported, package)
    ]


def _imports(tree: ast.AST, importer: str, *, at_once: bool) -> Iterator[Import]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Import(importer, alias.name, at_once) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{importer} imports by dots; full names can be searched for"
            # `from steady import ui` is an import of steady.ui.
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            modules = [name if _is_module(name) else str(node.module) for name in names]
            yield from (Import(importer, module, at_once) for module in dict.fromkeys(modules))
        deferred = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _for_types_only(node)
        yield from _imports(node, importer, at_once=at_once and not deferred)


def _is_module(name: str) -> bool:
    path = SRC.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
