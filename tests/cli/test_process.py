"""The program as the shell sees it: exit codes, streams, and what it does not load."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from running import Run

from send_actions.__main__ import main

ROOT = Path(__file__).parents[2]
HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "pydantic", "textual")
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has its own way")


@pytest.mark.parametrize(
    "arguments", [("list",), ("areas",), ("--help",), ("--version",), ("list", "--help")]
)
def test_what_went_well_ends_with_0(program: Run, arguments: tuple[str, ...]) -> None:
    ran = program(*arguments)
    assert ran.code == 0
    assert ran.out


@pytest.mark.parametrize("arguments", [("lst",), ("list", "--colour"), ("show",), ("--bd", "x"), ("report",)])
def test_wrong_usage_ends_with_2_and_one_line(program: Run, arguments: tuple[str, ...]) -> None:
    ran = program(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_wrong_command_is_named_with_the_nearest(program: Run) -> None:
    assert program("lst").err == 'There is no command "lst": did you mean list?\n'


@pytest.mark.parametrize("command", ["set", "report", "report board", "meeting list"])
def test_a_wrong_option_is_told_with_the_help_of_its_own_command(run: Run, command: str) -> None:
    ran = run(*command.split(), "--bogus")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no option --bogus" in ran.err
    assert ran.err.endswith(f": see `send-actions {command} --help`.\n")


def test_the_plan_may_be_named_before_or_after_the_command(program: Run, place: Path) -> None:
    for arguments in (("--db", str(place), "areas"), ("areas", "--db", str(place))):
        assert program(*arguments, SEND_ACTIONS_DB="elsewhere.db").code == 0


def test_without_a_plan_it_says_how_to_name_one(program: Run) -> None:
    ran = program("list", SEND_ACTIONS_DB="")
    assert (ran.code, ran.out) == (1, "")
    assert "send-actions init" in ran.err
    assert "--db" in ran.err


def test_an_empty_name_is_not_taken_for_none(program: Run) -> None:
    assert program("list", "--db", "").code == 2


def test_the_settings_name_a_plan_and_who_changes_it(program: Run, place: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    place_text = str(place).replace("\\", "\\\\")
    (folder / "settings.toml").write_text(f'place = "{place_text}"\nby = "Sam"\n', encoding="utf-8")
    own = {"SEND_ACTIONS_CONFIG": str(folder), "SEND_ACTIONS_DB": "", "SEND_ACTIONS_BY": ""}
    assert program("confirm", "9.3", **own).code == 0
    assert '"actor": "Sam"' in program("history", "9.3", "--json", **own).out


def test_settings_that_are_not_understood_are_a_refusal(program: Run, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("place = ", encoding="utf-8")
    ran = program("list", SEND_ACTIONS_CONFIG=str(tmp_path), SEND_ACTIONS_DB="")
    assert (ran.code, ran.out) == (1, "")
    assert "settings.toml" in ran.err


def spoilt(place: Path, kind: str) -> None:
    content = bytearray(place.read_bytes())
    match kind:
        case "missing":
            place.unlink()
            return
        case "foreign":
            content = bytearray(b"Dear all, please find attached")
        case "newer":
            content[60:64] = (99).to_bytes(4, "big")
        case "cut off":
            content = content[:5000]
        case "damaged":
            content[4096 : 4096 * 40] = bytes(4096 * 39)
    place.write_bytes(content)


@pytest.mark.parametrize("kind", ["missing", "foreign", "newer", "cut off", "damaged"])
@pytest.mark.parametrize("arguments", [("list",), ("set", "9.3", "red"), ("undo",), ("report", "board"), ()])
def test_a_file_that_is_no_sound_plan_is_one_clear_line(
    run: Run, place: Path, kind: str, arguments: tuple[str, ...]
) -> None:
    spoilt(place, kind)
    ran = run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert str(place) in ran.err


def test_an_address_with_a_password_never_shows_it(program: Run) -> None:
    ran = program("list", "--db", "postgresql://lead:s3cret@host/plan")
    assert ran.code == 1
    assert "s3cret" not in ran.err


def test_without_a_terminal_the_first_screen_is_text(program: Run) -> None:
    ran = program()
    assert ran.code == 0
    assert "R 6  A 16" in ran.out
    assert "\x1b" not in ran.out
    assert "needs a terminal" in ran.err


def test_the_first_screen_as_text_says_which_way_an_area_went(run: Run) -> None:
    run("set", "2.3", "off-track", "-m", "Two posts are vacant")
    (line,) = (line for line in run().out.splitlines() if "  SEN support" in line)
    assert "R off track, down" in line


@POSIX
def test_a_bug_is_one_line_with_the_path_of_a_log_without_values(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setitem(sys.modules, "send_actions.cli.app", None)  # as of a program not wholly installed
    ran = run("list", "impossible words")
    (log,) = tmp_path.glob("send-actions-*.log")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("\n") == 1
    assert str(log) in ran.err
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "ModuleNotFoundError" in log.read_text(encoding="utf-8")
    assert "impossible" not in log.read_text(encoding="utf-8")


@POSIX
def test_an_interrupted_run_ends_with_130_and_writes_nothing(place: Path, tmp_path: Path) -> None:
    before = place.read_bytes()
    pipe = tmp_path / "plan.csv"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-m", "send_actions", "import", str(pipe)], cwd=ROOT, stderr=subprocess.PIPE
    ) as running:
        writer = os.open(pipe, os.O_WRONLY)
        running.send_signal(signal.SIGINT)
        os.close(writer)  # a signal just before the read would else wait for the end of the file
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in said
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("list",),
        ("list", "overdue", "--json"),
        ("areas",),
        ("show", "9.2"),
        ("show", "9.2", "--json"),
        ("check",),
        ("history",),
        ("history", "9.2", "--csv"),
        ("undo", "--show"),
        (),
    ],
)
def test_looking_loads_nothing_that_writes(run: Run, place: Path, arguments: tuple[str, ...]) -> None:
    run("set", "9.3", "off-track")
    watch = (
        "import sys; from send_actions.__main__ import main; code = main(sys.argv[1:]); "
        f"print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", watch, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert place.exists()
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == ""


def test_no_arguments_need_no_typer(place: Path) -> None:
    del place
    watch = "import sys; from send_actions.__main__ import main; main([]); print('typer' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", watch], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_arguments_are_those_of_the_command_line_unless_given(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del place
    monkeypatch.setattr(sys, "argv", ["send-actions", "areas", "--plain"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("1: ")
