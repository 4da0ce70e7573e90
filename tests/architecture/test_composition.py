"""Screens and commands are put together from parts: short chains, small classes, one name for one thing."""

from __future__ import annotations

import ast
from collections import defaultdict

import pytest
from source_tree import PACKAGE, at, dotted, modules, room_of

MOST_METHODS = 20
MOST_LINES = 200
DEEPEST = 2
NOUNS = {"actions", "areas", "evidence", "meetings", "owners", "plan", "updates"}
"""Nouns of the plan: each room may have a file for its side of them."""
SIDES = {"app", "history", "undo"}
"""What the command line, the app and the rooms behind them each have their side of."""

CLASSES = [
    (module, node)
    for module, tree in modules().items()
    for node in tree.body
    if isinstance(node, ast.ClassDef)
]
IN_APP = {node.name: node for module, node in CLASSES if room_of(module) == "tui"}


def methods(node: ast.ClassDef) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [one for one in node.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]


def depth(name: str) -> int:
    """How many of the app's own classes stand one above the other, the class itself counted."""
    if name not in IN_APP:
        return 0
    bases = [dotted(base.value if isinstance(base, ast.Subscript) else base) for base in IN_APP[name].bases]
    return 1 + max((depth(base.split(".")[-1]) for base in bases if base != "Protocol"), default=0)


def test_at_most_two_of_our_own_classes_stand_above_textual_s() -> None:
    protocols = {
        name for name, node in IN_APP.items() if any("Protocol" in dotted(base) for base in node.bases)
    }
    assert {name: depth(name) for name in IN_APP if name not in protocols and depth(name) > DEEPEST} == {}


def test_a_class_has_at_most_20_methods_and_200_lines() -> None:
    sizes = {
        at(m, node): (len(methods(node)), (node.end_lineno or 0) - node.lineno + 1) for m, node in CLASSES
    }
    assert {
        place: size for place, size in sizes.items() if size[0] > MOST_METHODS or size[1] > MOST_LINES
    } == {}


def test_no_method_only_raises() -> None:
    found = []
    for module, node in CLASSES:
        for method in methods(node):
            said = [one for one in method.body if not isinstance(one, ast.Expr)]
            if said and all(isinstance(one, ast.Raise) for one in said):
                found.append(f"{at(module, method)} {node.name}.{method.name}")
    assert found == []


def test_a_file_s_name_stands_in_one_room_or_for_one_thing() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        room, *inner = path.relative_to(PACKAGE).parts
        if inner and path.stem != "__init__":
            rooms[path.stem].add(room)
    assert {name for name, found in rooms.items() if len(found) > 1} - NOUNS - SIDES == set()


@pytest.mark.parametrize("name", sorted(NOUNS | SIDES))
def test_every_exception_is_one(name: str) -> None:
    rooms = {room_of(module) for module in modules() if module.split(".")[-1] == name}
    assert len(rooms) > 1
