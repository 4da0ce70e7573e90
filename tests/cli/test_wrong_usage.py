"""A slip at the command line: one line that helps, exit 2, and nothing written."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from running import Run

from send_actions.cli.app import COMMANDS, EXIT_CODES, Commands

AREA = "9 is an area, not an action: `send-actions areas 9` shows it, `send-actions list area:9` its actions"
TWO_POSTS = 'Put what -m says in quotes: `send-actions set 9.3 red -m "Two posts vacant"`.'
SLIPS = [
    ("show 9", AREA),
    ("edit 9 --title New", AREA),
    ("set 9 red", None),
    ("note 9 Words", AREA),
    ("history 9", AREA),
    ("confirm 9", AREA),
    ("edit 9.3 --area --title New", "9.3 is an action, not an area: "),
    ("areas 9.3", "9.3 is an action, not an area: `send-actions show 9.3` shows it"),
    ("areas 99", 'There is no area "99": did you mean 9?'),
    ("areas 9 10", "send-actions areas lists one area, or all: "),
    ("show 9.3,9.4", "write 9.3 9.4 apart"),
    ("set 9.3;9.4 red", None),
    ("confirm 9.3,9.4", "write 9.3 9.4 apart"),
    ("show 9.3 9.4", "`send-actions show 9.4` shows the other"),
    (
        "show red",
        "did you mean `send-actions list status:off-track`?|did you mean `send-actions list status:red`?",
    ),
    ("show overdue", "did you mean `send-actions list overdue`?"),
    ("set red 9.3", "The status stands after the refs: `send-actions set 9.3 red`."),
    ("set at risk 9.3 9.4", '`send-actions set 9.3 9.4 "at risk"`'),
    ("set 9.3 red 9.4", "`send-actions set 9.3 9.4 red`"),
    ("set red", "Something is missing before “red”: say the refs and then the status"),
    (
        "set 9.3 red -m Provider withdrew",
        'Put what -m says in quotes: `send-actions set 9.3 red -m "Provider withdrew"`.',
    ),
    ("set 9.3 9.4 red -m It was withdrawn", '`send-actions set 9.3 9.4 red -m "It was withdrawn"`'),
    (
        "set 9.3 red Two posts vacant",
        'if it is the reason, `send-actions set 9.3 red -m "Two posts vacant"`.',
    ),
    ("set 9.3 red --reason Two posts vacant", "There is no option --reason: did you mean -m? " + TWO_POSTS),
    ("set 9.3 red --reason late", "There is no option --reason: did you mean -m, --why?"),
    ("set 9.3 --on 30 March red", '`send-actions set 9.3 red --on "30 March"`'),
    (
        "set 9.3 red -m Two posts --path Interim cover",
        'Put what -m says and what --path says in quotes: `send-actions set 9.3 red -m "Two posts" --path "',
    ),
    ("confirm 9.3 --on 30 March", '`send-actions confirm 9.3 --on "30 March"`'),
    ("confirm 9.3 --on today 9.44", 'There is no action "9.44": did you mean 9.4?'),
    ("note 9.3 Spoke to the --private ICB", '`send-actions note 9.3 "Spoke to the ICB" --private`'),
    ("note 9.3 --heard meeting Spoke to them", '`send-actions note 9.3 "Spoke to them" --heard meeting`'),
    (
        "note 9.3 Spoke to the --urgent team",
        'If it is one of your words, put the TEXT in quotes: `send-actions note 9.3 "Spoke to the --urg',
    ),
    ("note 9.3 Spoke --urgent team", '`send-actions note 9.3 "Spoke --urgent team"`'),
    ("edit --title New thing 9.3", '`send-actions edit 9.3 --title "New thing"`'),
    ("list --as-at 11 March 2026", '`send-actions list --as-at "11 March 2026"`'),
    ("report board --as-at 11 March 2026", '`send-actions report board --as-at "11 March 2026"`'),
    (
        "meeting add 13 May 2026 --returns-due 29 April",
        'Put the DATE and what --returns-due says in quotes: `send-actions meeting add "13 May 2026" --ret',
    ),
    ("owner edit Head of SEND --role Other", '`send-actions owner edit "Head of SEND" --role Other`'),
    ("measure reading Health advice 81 March 2026", "Put the MEASURE and the PERIOD in quotes, each apart"),
    (
        "step add 9.3 Train --by June 2026",
        'Put what --by says in quotes: `send-actions step add 9.3 Train --by "June 2026"`.',
    ),
    (
        "meeting edit next --to 22 April 2026",
        'Put what --to says in quotes: `send-actions meeting edit next --to "22 April 2026"`.',
    ),
    ("set 9.3", "Something is missing after “9.3”: "),
    ("due 9.3 may --because late", "There is no option --because: did you mean -m, --why?"),
    ("confirm 9.3 --date yesterday", "There is no option --date: did you mean --on?"),
    ("show 9.3 --on yesterday", "There is no option --on: did you mean --as-at?"),
    ("set 9.3 red -m", "-m needs its WHY after it: see `send-actions set --help`."),
    (
        "set 9.3 red -m --path Cover",
        "-m needs its WHY after it, and --path is an option: see `send-actions set",
    ),
    ("due 9.3 may --agreed", "--agreed needs its MEETING after it: see `send-actions due --help`."),
    ("list --as-at", "--as-at needs its DATE after it: see `send-actions list --help`."),
    ("report board -o", "-o needs its FILE after it: see `send-actions report board --help`."),
    ("note 9.3", "TEXT is missing: write it as in `send-actions note 9.3 "),
    ("note 9.3 some unquoted words", '`send-actions note 9.3 "some unquoted words"`'),
    ("due 9.3 31 May 2026", '`send-actions due 9.3 "31 May 2026"`'),
    ("meeting add 13 May 2026", '`send-actions meeting add "13 May 2026"`'),
    ("add 9 Bring waits down", '`send-actions add 9 "Bring waits down"`'),
    ("edit 3.2 --title Renamed --yes", "There is no option --yes: see `send-actions edit --help`."),
    ("note 9.3 -bullet", "after --, as in -- -bullet"),
    ("check overdue", "Did you mean `send-actions check --code overdue`?"),
    ("check no-reasn", "Did you mean `send-actions check --code no-reason`?"),
    ("check 9.3", "see `send-actions check --help`"),
    ("list --status red", "There is no option --status: did you mean status:red?"),
    ("list --status=red,amber", "did you mean status:red,amber?"),
    ("list --area 9 --json", "There is no option --area: did you mean area:9?"),
    ("list --overdue", "There is no option --overdue: did you mean overdue?"),
    ("list --red", "There is no option --red: did you mean status:red?"),
    ("list status=red", "did you mean status:red?"),
    ("list status: red", 'Nothing after "status:": leave out the space, as in status:red.'),
    ("list --record x", "--record needs a number, such as --record 150: see `send-actions list --help`."),
    ("report board --record last", "--record needs a number"),
    ("list --record 9999", "There is no record 9999: the last is "),
    (
        "due 9.3 may -m late --agreed never",
        'No meeting "never": give its date, or last for that of 11 March 2026.',
    ),
    ("set 9.3 on-hold --agreed board", 'No meeting "board": give its date, or last'),
    ("show 9.3 --as-at 2020", "There is no action 9.3 on 31 December 2020: it is there from 9 June 2025."),
    (
        "list --as-at Q3",
        "(it names no year): write 31/03/2026, 31 March, March 2026, Q3 2025/26, 2025 or last.",
    ),
    ("list due:2025/26", "write 30/04/2026, April 2026, Q1 2026/27, summer term 2026 or 2026."),
    ("show 9.3 --as-at 2025-05-01", "There is no action 9.3 on 1 May 2025: it is there from 9 June 2025."),
    ("show 9.3 --record 1", "9.3 was not known at record 1: leave --record out, or give a later one."),
    (
        "--as-at 2025 list",
        "There is no option --as-at here (options other than --db stand after the command)",
    ),
    ("init plan.db", "`send-actions init --db plan.db`"),
    ("report board paper.md", "`send-actions report board -o paper.md`"),
    (
        "meeting",
        "Say what to do after send-actions meeting: add, edit, remove, list or minute",
    ),
    ("help lst", 'There is no command "lst": did you mean list?'),
    ("remove 9.3", "an action is withdrawn, `send-actions set REF withdrawn -m WHY`, and its history stays"),
    ("delete 9.3", 'There is no command "delete": an action is withdrawn, '),
    (
        "owner remove x",
        'There is no command "owner remove": an owner stays in the plan; `send-actions owner',
    ),
    ("owner rename x", 'There is no command "owner rename": did you mean edit?'),
    ("step delete 9.3 1", 'There is no command "step delete": did you mean remove?'),
    ("step done 9.3 1", "did you mean reached?"),
    ("search therapy", 'There is no command "search": did you mean list?'),
    ("report xyzzy", "see `send-actions report --help`."),
    ("measure xyzzy", "measure has add, edit, reading, moves, remove and list; see `send-actions measure --"),
    (
        "measure reading NEET March 81%",
        'stands before the period: `send-actions measure reading "NEET with an EHC plan" 81% March`',
    ),
    ("undo x", 'No change "x": give its number, such as '),
    ("undo 99999", "There is no record 99999: the last is "),
    ("redo 4", "send-actions redo brings back what your last undo took back"),
    ("demo x", "send-actions demo takes no x"),
]


@pytest.mark.parametrize(("typed", "said"), SLIPS, ids=[typed for typed, _ in SLIPS])
def test_a_slip_is_answered_by_the_line_that_helps(
    run: Run, place: Path, typed: str, said: str | None
) -> None:
    before = place.read_bytes()
    ran = run(*typed.split(" "))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said is None or any(words in ran.err for words in said.split("|"))
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "words", [("New thing", "--area", "5"), ("--area", "New thing", "5"), ("New thing", "5")]
)
def test_a_title_where_the_number_stands_is_turned_round_not_saved(
    run: Run, place: Path, words: tuple[str, ...]
) -> None:
    before = place.read_bytes()
    ran = run("add", *words)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert '`send-actions add 5 "New thing"`' in ran.err
    assert place.read_bytes() == before


@pytest.mark.parametrize("text", ["- bullet", "-5% since May", "-- and then", "-m is a metre", "--why not?"])
def test_words_that_begin_with_a_dash_are_words(run: Run, text: str) -> None:
    assert run("note", "9.3", text).code == 0
    assert run("show", "9.3", "--json").items[0]["note"] == text


def test_the_value_of_an_option_may_begin_with_a_dash(run: Run) -> None:
    assert run("set", "9.3", "red", "-m", "-5%").code == 0
    assert run("due", "9.3", "+2w", "--why=--none of ours").code == 0
    shown = run("show", "9.3", "--json").items[0]
    assert shown["reason"] == "-5%"
    assert run("note", "9.3", "--", "-bullet").code == 0


def test_an_area_can_be_listed_alone(run: Run) -> None:
    assert [item["number"] for item in run("areas", "9", "--json").items] == ["9"]


def test_a_period_that_is_over_is_its_last_day_to_look_from(run: Run) -> None:
    assert run("list", "--as-at", "Jan 2026", "--json").document["as_at"] == "2026-01-31"
    assert run("list", "--as-at", "2025", "--json").document["as_at"] == "2025-12-31"
    assert "from 9 June 2025" in run("show", "9.3", "--as-at", "May 2025").err


def test_a_list_from_before_the_plan_says_from_when_there_is_one(run: Run) -> None:
    ran = run("list", "area:9", "--as-at", "2020")
    assert ran.code == 0
    assert re.search(r"No actions \(as at 31 December 2020, record \d+\)\.", ran.err)
    assert "Nothing was in the plan yet on 31 December 2020: it begins on 1 April 2025.\n" in ran.err


def command_lines() -> Iterator[str]:
    """Every command, and every command of one."""
    for name in COMMANDS:
        yield name
        group = Commands().get_command(None, name)
        yield from (f"{name} {own}" for own in getattr(group, "commands", {}))


def examples_of(run: Run, command: str) -> list[str]:
    *_, block = re.split(r"\nExamples?:\n", run("help", *command.split()).out)
    lines: list[str] = block.splitlines()
    return lines


@pytest.mark.parametrize("command", [*command_lines()])
def test_every_command_s_help_ends_with_an_example_that_a_shell_takes(run: Run, command: str) -> None:
    assert run("help", *command.split()) == run(*command.split(), "--help")
    lines = examples_of(run, command)
    assert lines
    for line in lines:
        assert line.startswith(f"  send-actions {command}")
        unquoted = re.sub(r"\"[^\"]*\"|'[^']*'", "", line)
        assert not set(unquoted) & set("()<>[]*?&;|$`#~!")
        assert shlex.split(line)


BEFORE = {
    "undo": ["set 9.3 red", "set 9.4 red"],
    "redo": ["set 9.3 red", "undo"],
    "source remove": ['source add "Annual conversation" --on "2 February 2026" --kind diagnostic'],
    "restore": ["init --db our-plan-2026-03-31-record-412.db --template empty"],
    "report verify": ["report board -o paper.docx"],
    "report check": ["report board -o minutes.docx"],
    "return take": ['return make --owner "Head of SEND, LA"'],
    "view edit": ['view add "Health, late" overdue'],
    "view remove": ['view add "Health, late" overdue'],
}
"""What stands before an example that needs it."""
GROUPS = {command.split()[0] for command in command_lines() if " " in command}


@pytest.mark.parametrize("command", [c for c in command_lines() if c not in {"demo", "import", *GROUPS}])
def test_the_examples_of_every_command_work_as_they_stand(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = examples_of(run, command)
    if command == "init":
        (tmp_path / "plan.db").unlink()
    document = Document()
    document.add_paragraph("RESOLVED that the date moves to May.")
    document.save(str(tmp_path / "board.docx"))
    for line in [*BEFORE.get(command, ()), *lines]:
        ran = run(*shlex.split(line.strip().removeprefix("send-actions ")))
        assert (ran.code, "Traceback" in ran.err) == (0, False), ran.err


def test_help_says_what_the_exit_codes_mean_and_ends_with_examples(run: Run) -> None:
    out = run("--help").out
    assert out == run("help").out
    assert all(
        re.search(rf"^  {code} +{re.escape(words[:20])}", out, re.MULTILINE)
        for code, words in EXIT_CODES.items()
    )
    assert out.splitlines()[-1].startswith("  send-actions ")
