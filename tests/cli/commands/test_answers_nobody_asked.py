"""An answer on the command line that no question of the file asked for: it is told, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from returned_lists import listed, written
from running import Run
from terminals import on_a_terminal

ROWS = "ref,area_no,area,action,status,Who does it\n9.88,9,Occupational therapy pathway,A,Begun,SENCO\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file that asks what Begun means, and has a column that nobody knows."""
    made = tmp_path / "plan.csv"
    made.write_text(ROWS, encoding="utf-8")
    return str(made)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (("--status", "Stalled=red"), '--status "Stalled=red" answers nothing: no cell says “Stalled”.'),
        (("--ref", "A9=1.10"), '--ref "A9=1.10" answers nothing: no row has its ref in A9.'),
        (("--area", "9.0=9"), '--area "9.0=9" answers nothing: no row names an area “9.0”.'),
        (("--area", "Access"), '--area "Access" answers nothing: no row asks which area it is in.'),
        (("--map", "Whose=lead"), '--map "Whose=lead" answers nothing: there is no column “Whose”.'),
        (("--take", "H3=plan"), '--take "H3=plan" answers nothing: H3 is not disputed.'),
        (("--take", "file"), '--take "file" answers nothing: no cell is disputed.'),
    ],
)
def test_an_answer_to_no_question_is_told_in_a_line(
    run: Run, file: str, answer: tuple[str, str], told: str
) -> None:
    ran = run("import", file, "--status", "Begun=on-track", *answer)
    assert (ran.code, ran.err.count("answers nothing")) == (0, 1)
    assert f"plan.csv: {told}\n" in ran.err
    assert run("show", "9.88", "--json").items[0]["status"] == "on-track"


def test_it_is_told_beside_the_question_that_it_was_not_for(run: Run, file: str) -> None:
    ran = run("import", file, "--status", "Begin=on-track")
    assert ran.code == 1
    assert 'plan.csv: --status "Begin=on-track" answers nothing: no cell says “Begin”.' in ran.err
    assert 'Answer with --status "Begun=…".' in ran.err


@pytest.mark.parametrize(
    "answers",
    [
        ("--status", "begun.=on-track"),
        ("--status", "Begun=on-track", "--map", "who does it=lead"),
        ("--status", "Begun=none", "--ref", "a2=9.89"),
        ("--status", "Begun=on-track", "--area", "9=9"),
    ],
)
def test_an_answer_that_was_asked_for_is_told_of_in_no_such_line(
    run: Run, file: str, answers: tuple[str, ...]
) -> None:
    ran = run("import", file, *answers)
    assert (ran.code, "answers nothing" in ran.err) == (0, False)


def test_answers_to_a_list_of_ours_that_asks_nothing_are_told(run: Run, tmp_path: Path) -> None:
    ran = run("import", written(tmp_path, listed(run)), "--take", "H3=file", "--status", "Begun=red")
    assert (ran.code, ran.err.count("answers nothing")) == (0, 1 + 1)


def test_at_a_terminal_it_is_told_too(run: Run, file: str) -> None:
    said = " ".join(on_a_terminal(80, "import", file, "--map", "Whose=lead", typed="green\ny\n").split())
    assert "there is no column “Whose”" in said
    assert run("show", "9.88", "--json").items[0]["status"] == "on-track"


def test_a_slip_in_an_answer_is_not_kept_for_the_next_file(run: Run, file: str, tmp_path: Path) -> None:
    slips = ("--status", "Ragged=red", "--map", "Result=status", "--area", "9.0=10")
    assert run("import", file, "--status", "Begun=on-track", *slips).code == 0
    other, rows = tmp_path / "other.csv", ROWS.replace("9.88,", "9.89,").replace(",A,", ",Another,")
    other.write_text(rows.replace("Begun", "Ragged"), encoding="utf-8")
    ran = run("import", str(other))
    assert (ran.code, 'Answer with --status "Ragged=…".' in ran.err) == (1, True)
    other.write_text(rows, encoding="utf-8")
    assert run("import", str(other)).code == 0
