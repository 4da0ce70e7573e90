"""The one table of keys: what they do, the footer, help, the commands and the README come from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from send_actions.domain.plan.vocabulary import Status


@dataclass(frozen=True)
class Key:
    """One thing a key does.

    `keys` are as Textual names them, `shown` is how a person reads them, `words` names the thing in a footer
    and `sentence` in help; `where` names the screens it works on (none: everywhere). A key that `changes` the
    plan is off while looking back.
    """

    id: str
    keys: tuple[str, ...]
    shown: str
    words: str
    sentence: str
    section: str
    where: tuple[str, ...] = ()
    changes: bool = False


MOVING: Final = "Moving"
LOOKING: Final = "Looking"
CHANGING: Final = "Changing"
GOING: Final = "Going"
SECTIONS: Final = (MOVING, LOOKING, CHANGING, GOING)
"""The sections of help and of the README's table, in their order."""

CONFIRM: Final = "="
"""What confirms after `s` that nothing changed."""

_LISTS: Final = ("home", "attention", "history", "board")
_ACTIONS: Final = ("home", "attention")

KEYS: Final = (
    Key("down", ("j", "down"), "j ↓", "down", "One row down.", MOVING),
    Key("up", ("k", "up"), "k ↑", "up", "One row up.", MOVING),
    Key("top", ("home",), "gg Home", "top", "To the first row.", MOVING),
    Key("bottom", ("G", "end"), "G End", "bottom", "To the last row.", MOVING),
    Key("page-down", ("pagedown",), "PgDn", "page down", "One screenful down.", MOVING),
    Key("page-up", ("pageup",), "PgUp", "page up", "One screenful up.", MOVING),
    Key(
        "left", ("left",), "←", "left", "To the pane on the left: areas, actions, detail.", MOVING, ("home",)
    ),
    Key("right", ("right",), "→", "right", "To the pane on the right.", MOVING, ("home",)),
    Key("pane", ("tab",), "Tab", "pane", "To the next pane; Shift+Tab to the one before.", MOVING, ("home",)),
    Key("pane-back", ("shift+tab",), "Shift+Tab", "pane before", "To the pane before.", MOVING, ("home",)),
    Key("enter", ("enter",), "Enter", "open", "Into what the cursor is on.", MOVING),
    Key("escape", ("escape",), "Esc", "back", "One layer back; from the past, back to today.", MOVING),
    Key(
        "jump",
        ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "full_stop"),
        "9.3 Enter",
        "jump",
        "Type a ref; Enter puts the cursor there.",
        MOVING,
        _ACTIONS,
    ),
    Key("go", ("g",), "g", "go", "Go to a view: the line at the foot names them.", GOING),
    Key(
        "status",
        ("s",),
        "s",
        "status",
        "Set the status: s, then its letter.",
        CHANGING,
        _ACTIONS,
        changes=True,
    ),
    Key(
        "confirm",
        (),
        f"s {CONFIRM}",
        "no change",
        "Confirm at once: no change, still right.",
        CHANGING,
        _ACTIONS,
        changes=True,
    ),
    Key(
        "impact", ("i",), "i", "impact", "Rate the impact: i, then 1 to 4.", CHANGING, _ACTIONS, changes=True
    ),
    Key("note", ("m",), "m", "note", "Write a note for the paper.", CHANGING, _ACTIONS, changes=True),
    Key(
        "private",
        ("M",),
        "M",
        "private note",
        "Write a private note; it never leaves the database.",
        CHANGING,
        _ACTIONS,
        changes=True,
    ),
    Key("due", ("d",), "d", "due", "Move the due date, with the reason.", CHANGING, _ACTIONS, changes=True),
    Key("lead", ("o",), "o", "lead", "Name the action lead.", CHANGING, _ACTIONS, changes=True),
    Key(
        "mark",
        ("space",),
        "Space",
        "mark",
        "Mark the row; s i d o m, and s =, then act on all marked.",
        CHANGING,
        ("home",),
    ),
    Key(
        "mark-down",
        ("shift+down",),
        "Shift+↓",
        "mark down",
        "Mark this row and go down.",
        CHANGING,
        ("home",),
    ),
    Key("mark-up", ("shift+up",), "Shift+↑", "mark up", "Mark this row and go up.", CHANGING, ("home",)),
    Key(
        "mark-all",
        ("ctrl+a",),
        "Ctrl+A",
        "mark all",
        "Mark all that is listed, or nothing.",
        CHANGING,
        ("home",),
    ),
    Key("undo", ("u", "ctrl+z"), "u Ctrl+Z", "undo", "Take back your newest change.", CHANGING, changes=True),
    Key(
        "redo", ("U", "ctrl+y"), "U Ctrl+Y", "redo", "Bring back what you took back.", CHANGING, changes=True
    ),
    Key(
        "filter",
        ("slash",),
        "/",
        "filter",
        "Show only some actions; the list follows as you type.",
        LOOKING,
        ("home",),
    ),
    Key("sort", ("comma",), ",", "sort", "Sort by ref, worst first or due date.", LOOKING, ("home",)),
    Key("earlier", ("left_square_bracket",), "[", "earlier", "The plan as at the meeting before.", LOOKING),
    Key(
        "later",
        ("right_square_bracket",),
        "]",
        "later",
        "The plan as at the next meeting, up to today.",
        LOOKING,
    ),
    Key("as-at", ("ctrl+g",), "Ctrl+G", "as at", "The plan as at a date.", LOOKING),
    Key("copy-ref", ("y",), "y", "copy ref", "Copy the ref.", LOOKING, _ACTIONS),
    Key("copy-line", ("Y",), "Y", "copy line", "Copy a line to paste.", LOOKING, _ACTIONS),
    Key("theme", ("f9",), "F9", "theme", "Next theme: dark, light, high contrast.", LOOKING),
    Key("help", ("question_mark", "f1"), "? F1", "help", "What the keys do on this screen.", GOING),
    Key("commands", ("colon", "ctrl+p"), ": Ctrl+P", "commands", "Find a command by its name.", GOING),
    Key("quit", ("q", "ctrl+q", "ctrl+c"), "q", "quit", "Back; at home it asks, then quits.", GOING),
)
"""Every key of the app, in the order in which help shows them."""

BY_ID: Final = {key.id: key for key in KEYS}


@dataclass(frozen=True)
class View:
    """A view of the `g` line: its letter, its id and what it shows."""

    letter: str
    id: str
    words: str
    sentence: str


VIEWS: Final = (
    View("p", "home", "plan", "Areas, their actions and the detail."),
    View("a", "attention", "needs attention", "What the checks question, worst first."),
    View("l", "list", "list", "All actions in one list."),
    View("b", "board", "board", "Meetings, past and to come."),
    View("h", "history", "history", "Who changed what, and when."),
)
"""The views `g` goes to."""


def keys_on(screen: str) -> tuple[Key, ...]:
    """The keys that work on a screen."""
    return tuple(key for key in KEYS if not key.where or screen in key.where)


@cache
def on_screen(screen: str) -> dict[str, Key]:
    """What each key does on a screen, by Textual's name of it; with Caps Lock on, lone letters still work."""
    found = {name: key for key in keys_on(screen) for name in key.keys}
    capitals = {name.upper(): key for name, key in found.items() if len(name) == 1 and name.isalpha()}
    return capitals | found


def what_would(character: str, screen: str) -> str:
    """What to say of a character that does nothing on a screen: which keys would do what."""
    letter = character.lower()
    if not letter.isprintable() or not letter.strip():
        return ""
    found = []
    if "status" in {key.id for key in keys_on(screen)}:
        found += [f"s then {letter} sets {status.word.lower()}" for status in Status if status.key == letter]
    found += [f"g then {letter} goes to {view.words}" for view in VIEWS if view.letter == letter]
    found += [
        f"{key.words} works in {_places(key)}"
        for key in KEYS
        if key.where and screen not in key.where and character in (_CHARACTERS.get(k, k) for k in key.keys)
    ]
    return f"{character}: {' · '.join(found) or 'nothing here'}" + ("" if found else "; ? names the keys")


def _places(key: Key) -> str:
    """Where a key works, in words: plan (g p) and needs attention (g a)."""
    return " and ".join(f"{view.words} (g {view.letter})" for view in VIEWS if view.id in key.where)


_CHARACTERS: Final = {
    "full_stop": ".",
    "slash": "/",
    "comma": ",",
    "space": " ",
}
"""The characters of keys that Textual calls by a name."""


def key_table() -> str:
    """Return the keys as a Markdown table, section by section."""
    rows = [f"| {section} | {_marked(key.shown)} | {key.sentence} |" for section, key in _by_section()]
    return "\n".join(["| | key | does |", "| --- | --- | --- |", *rows, ""])


def _by_section() -> list[tuple[str, Key]]:
    """Return the keys in the order of help, each with its section where that begins."""
    ordered = [key for section in SECTIONS for key in KEYS if key.section == section]
    before = ["", *(key.section for key in ordered)]
    return [
        ("" if key.section == last else key.section, key) for last, key in zip(before, ordered, strict=False)
    ]


def _marked(shown: str) -> str:
    return " ".join(f"`{part}`" for part in shown.split())
