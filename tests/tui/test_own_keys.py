"""One's own keys act in the place of the usual ones; what cannot be in force is one line each."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import Terminal
from tui.piloting import opened

from send_actions.config import FILE, Settings, read_settings, settings_folder
from send_actions.errors import SendActionsError
from send_actions.tui.commands.catalogue import NAMED
from send_actions.tui.commands.command import by_key
from send_actions.tui.commands.incoming import OF_FILE
from send_actions.tui.commands.judging import AT_ROUND_S_END
from send_actions.tui.commands.own_keys import named_commands, own_keys
from send_actions.tui.key_map import STAYING
from send_actions.tui.key_names import key_name, key_written
from send_actions.tui.views import VIEWS

SCREENS = [*dict.fromkeys(view.screen().SCREEN_COMMANDS for view in VIEWS), AT_ROUND_S_END, OF_FILE]
ALPHABETS = (("α", "ω"), ("а", "я"), ("ა", "ჰ"))
LETTERS = [chr(code) for first, last in ALPHABETS for code in range(ord(first), ord(last))]
MOVED = dict(zip((one.id for one in named_commands()), ((one,) for one in LETTERS), strict=False))
"""A letter of another alphabet for every command that has a name."""


@pytest.mark.parametrize(
    ("written", "name", "shown"),
    [
        ("t", "t", "t"),
        ("T", "T", "T"),
        ("shift+t", "T", "T"),
        ("é", "é", "é"),
        ("£", "pound_sign", "£"),
        ("/", "slash", "/"),
        (" ", "space", "Space"),
        ("Space", "space", "Space"),
        ("f5", "f5", "F5"),
        ("F24", "f24", "F24"),
        ("Ctrl+K", "ctrl+k", "Ctrl+K"),
        ("alt+x", "alt+x", "Alt+X"),
        ("Shift+F3", "shift+f3", "Shift+F3"),
        ("ctrl+shift+Up", "ctrl+shift+up", "Ctrl+Shift+↑"),
        ("PgUp", "pageup", "PgUp"),
        ("Del", "delete", "Delete"),
        ("esc", "escape", "Esc"),
        ("Ctrl+I", "tab", "Tab"),
        ("Ctrl+M", "enter", "Enter"),
        ("shift+tab", "shift+tab", "Shift+Tab"),
    ],
)
def test_a_key_is_written_as_people_call_it_and_read_back_so(written: str, name: str, shown: str) -> None:
    assert (key_written(written), key_name(name)) == (name, shown)
    assert key_written(shown) == name


@pytest.mark.parametrize(
    "written",
    [
        "",
        "tt",
        "F0",
        "F25",
        "ctlr+t",
        "ctrl+",
        "+t",
        "ctrl++",
        "Ctrl+1",
        "Hyper+t",
        "\x1b",
        "shift+1",
        "Ctrl+Space",
        "Alt+Enter",
    ],
)
def test_what_no_key_sends_is_no_key(written: str) -> None:
    assert key_written(written) is None


def test_every_name_can_be_moved_and_every_screen_then_knows_the_new_key_alone() -> None:
    own = own_keys(MOVED, VIEWS)
    assert own.wrong == ()
    for commands in SCREENS:
        found = by_key(commands, own.keys)
        for command in commands:
            new = MOVED.get(command.id)
            if not command.is_fixed and new:
                assert found[new[0]] is command
                old = set(command.keys) - STAYING
                assert all(found.get(key) is not command for key in old)
                assert all(found[key] is command for key in STAYING.intersection(command.keys))


def test_two_commands_may_change_places() -> None:
    own = own_keys({"note": ("s",), "status": ("m",)}, VIEWS)
    assert (own.wrong, own.keys["note"], own.keys["status"]) == ((), "s", "m")


USUAL_STATUS = next(one for one in NAMED if one.id == "status")


def test_a_name_may_have_several_keys_of_which_the_first_is_told() -> None:
    own = own_keys({"status": ("F5", "s")}, VIEWS)
    assert (own.keys["status"], own.keys.shown(USUAL_STATUS)) == ("F5", "F5 s")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"notes": ("t",)}, "no key is called “notes”: did you mean note?"),
        ({"zzzzzz": ("t",)}, "no key is called “zzzzzz”: `send-actions keys` names them all."),
        (
            {"note": ("ctlr+t",)},
            "note cannot be “ctlr+t”, which is no key, as t, F5 or Ctrl+T is: it stays m.",
        ),
        ({"note": ()}, "note is given no key: it stays m."),
        ({"jump": ("t",)}, "jump is not to be moved: it stays 9.3 Enter."),
        ({"confirm": ("t",)}, "confirm is not to be moved: it stays s =."),
        ({"heard": ("t",)}, "heard is not to be moved: it stays m t l j."),
        ({"note": ("s",)}, "note cannot be s, which is status: it stays m."),
        ({"note": ("p", "G")}, "note cannot be G, which is bottom: it stays m."),
        ({"sort": ("g",)}, "sort cannot be g, which is go: it stays ,."),
        ({"note": ("5",)}, "note cannot be 5, which is jump: it stays m."),
        ({"undo": ("t",)}, "undo cannot be t, which is heard in round: it stays u Ctrl+Z."),
        ({"undo": ("=",)}, "undo cannot be =, which is no-change in round: it stays u Ctrl+Z."),
        ({"theme": ("w",)}, "theme cannot be w, which is answer in round: it stays F9."),
        ({"earlier": ("a",)}, "earlier cannot be a, which is journey-actions in journey: it stays [."),
        ({"note": ("r",)}, ""),
        ({"undo": ("Esc",)}, "undo cannot be Esc, which is back: it stays u Ctrl+Z."),
        ({"undo": ("enter",)}, "undo cannot be Enter, which is open: it stays u Ctrl+Z."),
        ({"undo": ("Ctrl+I",)}, "undo cannot be Tab, which is pane: it stays u Ctrl+Z."),
        ({"undo": ("F1",)}, "undo cannot be F1, which is help: it stays u Ctrl+Z."),
        ({"undo": ("Ctrl+C",)}, "undo cannot be Ctrl+C, which is quit: it stays u Ctrl+Z."),
        ({"note": ("t",), "lead": ("t",)}, "lead cannot be t, which is note: it stays o."),
        ({"left": ("h",), "right": ("l",), "Find_Command": ("ctrl+k",)}, ""),
    ],
)
def test_what_cannot_be_in_force_is_told_in_one_sentence_and_the_usual_key_stays(
    wanted: dict[str, tuple[str, ...]], told: str
) -> None:
    own = own_keys(wanted, VIEWS)
    assert own.wrong == ((told,) if told else ())


def test_a_key_that_comes_back_to_its_place_takes_it_from_another_that_was_put_there() -> None:
    own = own_keys({"note": ("s",), "lead": ("m",)}, VIEWS)
    assert own.wrong == (
        "note cannot be s, which is status: it stays m.",
        "lead cannot be m, which is note: it stays o.",
    )
    assert (own.keys["note"], own.keys["lead"]) == ("m", "o")


async def test_a_key_of_ones_own_does_what_the_usual_one_did(place: Path) -> None:
    async with opened(place, keys={"note": ("t",), "go": ("F2",)}) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", "m")
        assert sitting.foot.startswith("m: F2 then m goes to measures")
        await sitting.press("t", *"Heard", "enter")
        assert "u to undo" in sitting.foot
        assert "Heard" in sitting.detail
        await sitting.press("f1", "t")
        assert "Write a note for the paper." in sitting.screen
        assert "One screenful" not in sitting.screen
        await sitting.press("escape", "f2", "h")
        assert "History" in sitting.screen


async def test_what_is_wrong_is_told_at_the_foot_line_by_line_and_the_rest_is_in_force(place: Path) -> None:
    keys = {"note": ("t",), "notes": ("z",), "due": ("s",), "lead": ("Esc",)}
    async with opened(place, keys=keys) as sitting:
        assert [line.strip() for line in sitting.screen.splitlines()[-3:]] == [
            "settings.toml: no key is called “notes”: did you mean note?",
            "settings.toml: lead cannot be Esc, which is back: it stays o.",
            "settings.toml: due cannot be s, which is status: it stays d.",
        ]
        await sitting.press("down")
        assert "settings.toml" not in sitting.screen
        assert "t note" in sitting.foot


async def test_much_that_is_wrong_is_told_as_far_as_it_leaves_room_for_the_plan(place: Path) -> None:
    keys = {f"unknown-{number}": ("t",) for number in range(9)}
    async with opened(place, keys=keys) as sitting:
        assert sitting.foot == "settings.toml: 4 more; `send-actions keys` says which"
        assert sitting.screen.count("settings.toml: ") == 6


async def test_words_kept_of_a_note_are_not_those_of_a_private_one_whose_key_begins_alike(
    place: Path,
) -> None:
    async with opened(place, keys={"note": ("F2",), "private-note": ("F3",)}) as sitting:
        await sitting.press("f2", *"Paper", "escape")
        assert sitting.foot == "Not saved; F2 on 9.3 shows your words again"
        await sitting.press("f3")
        assert "Paper" not in sitting.screen
        await sitting.press("escape", "f2")
        assert "Paper" in sitting.screen


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('[keys]\nnote = "t"\nstatus = ["s", "F5"]\n', {"note": ("t",), "status": ("s", "F5")}),
        ("[keys]\nnote = 5\n", {"note": ("5",)}),
        ("[keys]\n", {}),
        ("", {}),
    ],
)
def test_the_settings_name_a_key_alone_or_in_a_list(
    tmp_path: Path, text: str, keys: dict[str, tuple[str, ...]]
) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == Settings(keys=keys)


def test_keys_that_are_no_table_are_refused_with_how_they_are_written(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('keys = "t"\n', encoding="utf-8")
    with pytest.raises(SendActionsError, match=r'keys stand below \[keys\], such as note = "t"'):
        read_settings(tmp_path)


def test_the_app_takes_the_keys_of_the_settings(place: Path) -> None:
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(
        '[keys]\nfind-command = "ctrl+k"\nnote = "alt+m"\nundo = "s"\n', encoding="utf-8"
    )
    with Terminal(place) as terminal:
        assert "undo cannot be s, which is status" in terminal.until("it stays u Ctrl+Z")
        terminal.type("j")
        terminal.until("Ctrl+K commands")
        terminal.type("\x1bm")
        terminal.until("Enter save")
        terminal.type("\x1b")
        terminal.until("? help")
        terminal.type("\x0b")
        terminal.until("Type what you want to do")
