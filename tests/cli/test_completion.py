from __future__ import annotations

import re

import pytest
from running import Run

COMPLETE = "_SEND_ACTIONS_COMPLETE"


def offered(program: Run, line: str, **surroundings: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    words = line.split(" ")
    ran = program(
        **{COMPLETE: "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)} | surroundings
    )
    assert (ran.code, ran.err) == (0, "")
    return ran.out.split()


def test_refs_are_those_of_the_plan_as_it_stands(program: Run) -> None:
    program("add", "9", "Train the trainers")
    assert offered(program, "send-actions show 9.") == ["9.1", "9.2", "9.3", "9.4", "9.5"]


def test_a_status_is_offered_after_the_first_ref(program: Run) -> None:
    assert "off-track" not in offered(program, "send-actions set o")
    assert offered(program, "send-actions set 9.3 o") == ["off-track", "on-track", "on-hold"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("send-actions ", "history"),
        ("send-actions report ", "board"),
        ("send-actions check --code ov", "overdue"),
        ("send-actions set 9.3 red --impact e", "emerging"),
        ("send-actions confirm 9.3 --heard e", "e-mail"),
        ("send-actions add 1", "18"),
        ("send-actions list --j", "--json"),
    ],
)
def test_words_of_closed_lists_are_offered(program: Run, line: str, word: str) -> None:
    assert word in offered(program, line)


@pytest.mark.parametrize(
    ("pieces", "offers"),
    [
        ("ov", ["overdue"]),
        ("-ov", ["-overdue"]),
        ("status:re", ["status:red"]),
        ("status : re", ["red"]),
        ("status : red,amb", ["red,amber"]),
        ("impact : em", ["emerging"]),
        ("area : 17", ["17"]),
        ("theme : id", ["Identify"]),
        ("theme : ass", ['\\"Assess\\ and\\ meet\\"']),
        ("org : ic", ["ICB"]),
        ("partner : pcf", ["PCF"]),
        ("check : no-u", ["no-update"]),
        ("due : next", ["next-board"]),
        ("lead : virt", ['\\"Virtual\\ School\\ Head\\"']),
    ],
)
def test_filters_and_their_values_are_offered_to_bash_which_breaks_words_at_colons(
    program: Run, pieces: str, offers: list[str]
) -> None:
    words = ["send-actions", "list", "red", *pieces.split()]
    ran = program(
        **{COMPLETE: "complete_bash", "COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    )
    assert ran.out.splitlines() == offers


def test_a_key_is_offered_with_its_values_once_no_other_begins_so(program: Run) -> None:
    assert "status:" in offered(program, "send-actions list ")
    assert "status:red" in offered(program, "send-actions list st")


def test_the_plan_named_on_the_line_is_looked_at(program: Run, place: object) -> None:
    elsewhere = {"SEND_ACTIONS_DB": ""}
    assert offered(program, f"send-actions --db {place} show 9.", **elsewhere)[0] == "9.1"
    assert offered(program, f"send-actions show --db {place} 9.", **elsewhere)[0] == "9.1"


def test_without_a_plan_nothing_is_offered_and_nothing_said(program: Run) -> None:
    assert offered(program, "send-actions show 9.", SEND_ACTIONS_DB="nowhere.db") == []


def test_zsh_and_fish_are_told_what_a_ref_is(program: Run) -> None:
    line = {"_TYPER_COMPLETE_ARGS": "send-actions show 9.2"}
    zsh = program(**{COMPLETE: "complete_zsh"}, **line)
    fish = program(**{COMPLETE: "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}, **line)
    assert "'9.2'" in zsh.out
    assert "'9.2  Agree who pays for sensory and equipment assessments'" in zsh.out
    assert fish.out.startswith("9.2\tAgree who pays for sensory and equipment assessments")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_shell_evaluates_holds_no_order(program: Run, shell: str) -> None:
    program("edit", "9.1", "--title", "Ask $(touch owned) `touch owned` \"; touch owned; ' [/x] :(")
    program("edit", "9.2", "--ref", "9.$(touch owned)")
    ran = program(
        **{COMPLETE: f"complete_{shell}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        _TYPER_COMPLETE_ARGS="send-actions show 9.",
        COMP_WORDS="send-actions show 9.",
        COMP_CWORD="2",
    )
    assert ran.code == 0
    assert "9.1" in ran.out
    order = re.escape("compadd -U -l -d sa_shown -a sa_words;")
    zsh_s = rf"local -a sa_words=\(('[^']*' ?)*\) sa_shown=\(('[^']*' ?)*\); {order}\n"
    if shell == "zsh":
        assert re.fullmatch(zsh_s, ran.out)
    else:
        assert not set("$`;[") & set(ran.out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_can_be_had(program: Run, shell: str) -> None:
    ran = program(**{COMPLETE: f"source_{shell}"})
    assert ran.code == 0
    assert f"complete_{shell}" in ran.out
