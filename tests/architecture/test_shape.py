"""Files and functions of a readable size, each with its sentence; no clock, no broad catching."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from source_tree import PACKAGE, ROOT, at, called, dotted, modules, room_of

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
FRONT = {"cli", "tui", "__main__"}
OUTER_EDGES = {"send_actions.__main__", "send_actions.tui.app"}
CLOCKS = {
    *("date.today", "datetime.now", "datetime.today", "datetime.utcnow"),
    *("time.time", "time.localtime", "time.gmtime", "time.monotonic", "time.perf_counter"),
}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "service", "misc", "lib"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def everything() -> Iterator[tuple[str, ast.AST]]:
    """Every piece of the program with its place."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            yield at(module, node), node


def functions(module: str) -> Iterator[Function]:
    for node in ast.walk(modules()[module]):
        if isinstance(node, Function):
            yield node


def lines(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_a_file_has_at_most_300_lines() -> None:
    found = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}

    assert {str(path.relative_to(ROOT)): n for path, n in found.items() if n > LONGEST_FILE} == {}


def test_a_function_has_at_most_50_lines() -> None:
    found = {f"{at(m, node)} {node.name}": lines(node) for m in modules() for node in functions(m)}

    assert {name: n for name, n in found.items() if n > LONGEST_FUNCTION} == {}


def test_every_public_name_has_its_sentence() -> None:
    told = [(at(m, node), node) for m, tree in modules().items() for node in (tree, *_public(tree))]

    assert [place for place, node in told if not ast.get_docstring(node)] == []


def _public(parent: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """The public classes, functions and methods; an override says what the one above it says."""
    for node in parent.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            if "override" not in {dotted(decorator).split(".")[-1] for decorator in node.decorator_list}:
                yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def test_only_the_front_ends_ask_the_clock() -> None:
    asked = [
        place
        for place, node in everything()
        if room_of(place.split(":")[0]) not in FRONT and _asks_the_clock(node)
    ]

    assert asked == []


def _asks_the_clock(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name == "time" for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.module == "time"
    return isinstance(node, ast.Attribute) and ".".join(dotted(node).split(".")[-2:]) in CLOCKS


def test_everything_is_caught_only_at_the_outer_edges_or_passed_on() -> None:
    broad = [
        place.split(":")[0]
        for place, node in everything()
        if isinstance(node, ast.ExceptHandler) and _is_broad(node) and not _passes_on(node)
    ]

    assert set(broad) <= OUTER_EDGES
    assert len(broad) == len(set(broad)), "one at each edge"


def _is_broad(handler: ast.ExceptHandler) -> bool:
    named = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or dotted(kind) in {"Exception", "BaseException"} for kind in named)


def _passes_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_nothing_is_run_from_text_asked_for_or_printed_behind_the_front() -> None:
    loose = [
        f"{place} {called(node)}"
        for place, node in everything()
        if isinstance(node, ast.Call)
        and (
            called(node) in {"breakpoint", "eval", "exec", "os.system"}
            or (called(node) in {"print", "input"} and room_of(place.split(":")[0]) not in FRONT)
        )
    ]

    assert loose == []


def test_a_name_says_what_it_holds() -> None:
    assert [module for module in modules() if set(module.split(".")) & VAGUE] == []
