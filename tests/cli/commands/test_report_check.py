"""`report check`: what keeps readers out of a file, anybody's or ours."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from running import Run

from send_actions.papers.kinds import KINDS
from send_actions.reports.output import FORMATS
from send_actions.reports.reading.read_back import STRUCTURED

CHECKED = [form for form, endings in FORMATS.items() if endings[0] in STRUCTURED]
SUBJECTS: dict[str, tuple[str, ...]] = {"impact": ("9",), "owner": ("Head of SEND",)}
"""What the kinds are asked about here, of those that cannot do without."""


@pytest.mark.parametrize("form", CHECKED)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_in_a_paper_of_ours(run: Run, tmp_path: Path, kind: str, form: str) -> None:
    file = tmp_path / f"paper{FORMATS[form][0]}"
    made = run("report", kind, *SUBJECTS.get(kind, ()), "-o", str(file))
    if made.code == 2 and not file.exists():
        pytest.skip(f"no paper of this kind in this format: {made.err}")
    ran = run("report", "check", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", f"Nothing found in {file.name}.\n")


def test_what_is_found_says_where_what_how_it_is_mended_and_the_criterion(run: Run, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Minutes", "Heading 1")
    word.add_paragraph("Actions", "Heading 3")
    word.core_properties.title = "Minutes"
    word.save(str(tmp_path / "minutes.docx"))
    ran = run("report", "check", str(tmp_path / "minutes.docx"))
    assert (ran.code, ran.err) == (1, "1 finding in minutes.docx.\n")
    assert ran.out == (
        "“Actions”: a heading of level 3 follows one of level 1. Give it the level one below that of the "
        "heading above (WCAG 1.3.1 Info and relationships).\n"
    )


def test_what_a_file_says_is_only_text_on_the_screen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# One\n\n# Two\x1b[31m \u202e=cmd|'/c calc'!A1\n", encoding="utf-8")
    ran = run("report", "check", str(tmp_path / "page.md"))
    assert ran.code == 1
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


@pytest.mark.parametrize("name", ["list.csv", "list.json", "note.txt", "note.eml", "dates.ics"])
def test_text_alone_has_nothing_to_check(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("said\n", encoding="utf-8")
    ran = run("report", "check", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{name} is text alone, with neither headings nor tables to check")


def test_no_plan_is_needed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "none.db"))
    (tmp_path / "page.md").write_text("# One\n", encoding="utf-8")
    assert run("report", "check", str(tmp_path / "page.md")).code == 0
