"""The program's own source, parsed once for the tests that hold its shape."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "send_actions"


@cache
def modules() -> dict[str, ast.Module]:
    """Every module by its dotted name."""
    return {
        name_of(path): ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def settings() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The dotted name of a module's file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The room a module stands in: the part after the package's name, empty for the package itself."""
    return module.split(".")[1] if "." in module else ""


def imported(module: str) -> set[str]:
    """Every module of anyone that a module imports, early or late."""
    return {name for node in ast.walk(modules()[module]) for name in _imported_by(node)}


def _imported_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            yield whole if whole in modules() else str(node.module)


def called(node: ast.Call) -> str:
    """The dotted name of what is called, as far as it is one."""
    return dotted(node.func)


def dotted(node: ast.AST) -> str:
    """The dotted name of an expression; other parts are left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def at(module: str, node: ast.AST) -> str:
    """Where something stands, for a message."""
    return f"{module}:{getattr(node, 'lineno', 1)}"
