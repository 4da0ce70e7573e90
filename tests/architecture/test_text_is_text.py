"""Nothing a person wrote reaches a widget of Textual with markup on."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from source_tree import at, called, modules, room_of

SINKS = {
    *("Static", "Label", "Button", "Option", "OptionList", "Tree", "DataTable", "Markdown", "Select"),
    *("Checkbox", "RadioButton", "Collapsible", "TabPane", "Toast", "Link", "SelectionList"),
    *("notify", "add_option", "add_options", "add_row", "add_rows", "add_column", "add_leaf"),
}
"""What shows its text and would read markup in it."""

TITLES = {"border_title", "border_subtitle", "tooltip", "placeholder"}
PLAIN = {"Content", "titled", "Text", "Style", "Segment"}
"""What takes text as it is."""


def in_the_app() -> Iterator[tuple[str, ast.AST]]:
    """Every piece of the app with its place."""
    for module, tree in modules().items():
        if room_of(module) == "tui":
            for node in ast.walk(tree):
                yield at(module, node), node


def test_what_shows_text_takes_only_our_own_words_or_no_markup() -> None:
    loose = [
        f"{place} {called(node)}"
        for place, node in in_the_app()
        if isinstance(node, ast.Call) and called(node).split(".")[-1] in SINKS and not _is_safe(node)
    ]

    assert loose == []


def test_titles_and_hints_take_only_our_own_words_or_plain_content() -> None:
    loose = [
        place
        for place, node in in_the_app()
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.value is not None
        and any(isinstance(target, ast.Attribute) and target.attr in TITLES for target in _targets(node))
        and not _is_plain(node.value)
    ]

    assert loose == []


def test_markup_is_read_from_nothing_but_our_own_words() -> None:
    loose = [
        place
        for place, node in in_the_app()
        if isinstance(node, ast.Call)
        and called(node).split(".")[-1] in {"from_markup", "from_ansi", "render_markup"}
        and not all(isinstance(argument, ast.Constant) for argument in node.args)
    ]

    assert loose == []


@pytest.mark.parametrize(
    ("line", "is_safe"),
    [
        ("Static(note)", False),
        ("Static(f'{note}')", False),
        ("Static('Fine')", True),
        ("Static('[b]Fine')", False),
        ("Static(note, markup=False)", True),
        ("Static(Content(note))", True),
        ("self.notify(message=note)", False),
        ("table.add_row(Text(note), note)", False),
    ],
)
def test_the_rule_sees_what_it_is_for(line: str, is_safe: bool) -> None:
    call = ast.parse(line).body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert _is_safe(call.value) is is_safe


def _targets(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def _is_safe(call: ast.Call) -> bool:
    """Say whether markup is off, or all that is given is plain."""
    for keyword in call.keywords:
        if (
            keyword.arg == "markup"
            and isinstance(keyword.value, ast.Constant)
            and keyword.value.value is False
        ):
            return True
    shown = [
        keyword.value for keyword in call.keywords if keyword.arg in {"label", "message", "prompt", "content"}
    ]
    return all(_is_plain(value) for value in (*call.args, *shown))


def _is_plain(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant):
        return not (isinstance(value.value, str) and "[" in value.value)
    return isinstance(value, ast.Call) and called(value).split(".")[-1] in PLAIN | SINKS
