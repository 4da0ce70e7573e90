"""The board paper as a whole: its order, its audience, and what it says when there is nothing to say."""

from __future__ import annotations

import os
import re
from dataclasses import fields, replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from builders import a_plan, an_action, an_area, an_id, some_evidence
from hypothesis import given
from hypothesis import strategies as st
from reports.reading import sections, table, words
from reports.sample_paper import a_sure_due, the_paper, the_plan, the_plan_before

from send_actions.domain.plan import Deadline, Due, Plan
from send_actions.domain.plan.vocabulary import Precision
from send_actions.errors import UsageError
from send_actions.reports.audience import Exempt
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Day, Heading, Table
from send_actions.reports.formats.markdown import render
from send_actions.reports.output import FORMATS, encode

GOLDEN = Path(__file__).parent / "board_paper.md"


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
def test_the_paper_is_the_one_on_file(form: str) -> None:
    content = encode(
        replace(the_paper(), entries=()), form
    )  # their keys are ids, given as tests ask for them
    golden = GOLDEN.with_suffix(FORMATS[form][0])
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_bytes(content)
    assert content == golden.read_bytes()


def test_it_has_the_statuses_of_the_plan_for_whoever_fills_in_a_sheet() -> None:
    assert [str(mark) for mark in the_paper().legend] == [
        row[0] for row in table(the_paper().blocks, "What each status means")
    ]


def test_its_days_are_days_for_those_who_sort_by_them() -> None:
    due = Due(date(2026, 1, 31), Precision.MONTH, "January 2026")
    late = an_action("9.3", due, "at-risk", since="2026-01-20")
    tables = [
        block for block in board_paper(a_plan(an_area("9"), late), None).blocks if isinstance(block, Table)
    ]
    cells = {
        (head, str(cell), cell.on)
        for one in tables
        for row in one.rows
        for head, cell in zip(one.header, row, strict=True)
        if isinstance(cell, Day)
    }
    assert cells == {
        ("Due", "January 2026", due.on),
        ("Due", "January 2026\nOverdue", due.on),
        ("Since", "20 January 2026", late.since),
    }


def test_the_same_plan_gives_the_same_paper() -> None:
    assert render(the_paper()) == render(the_paper())


def test_the_sections_stand_in_the_order_a_board_reads_them() -> None:
    headings = [block.text for block in the_paper().blocks if isinstance(block, Heading) and block.level == 2]
    assert headings == [
        "1. The Board is asked to",
        "2. What was asked last time",
        "3. What families and young people say",
        "4. What difference it makes",
        "5. Help needed",
        "6. Watch list",
        "7. What moved since 28 January 2026",
        "8. Next: due up to the board of 14 April 2026",
        "9. Silent",
        "Annex A: key and counts",
        "Annex B: the plan by area",
        "Annex C: measures",
        "Annex D: the journey",
        "Annex E: measures by period",
        "Annex F: overdue",
        "Annex G: at risk",
    ]


def test_the_front_says_of_what_day_and_record_it_speaks() -> None:
    facts = dict(the_paper().facts)
    assert facts["As at"] == "31 March 2026, record 412"
    assert facts["Compared with"] == "28 January 2026, record 120"
    assert facts["For"] == "Board, Sample partnership"
    assert the_paper().as_at == date(2026, 3, 31)
    assert the_paper().subject == "Board paper for the Board, as at 31 March 2026, record 412"


def test_its_purpose_is_said_first_in_one_sentence() -> None:
    assert dict(the_paper().facts)["Purpose"] == (
        "To show what has changed since 28 January 2026 and to ask the Board for 2 decisions."
    )
    plan = a_plan(an_action("1.1", "2026-12-31", "on-track"))
    purpose = ("Purpose", "To show where the plan stands; no decision is asked for.")
    assert board_paper(plan, None).facts[0] == purpose


def test_what_the_plan_does_not_say_is_left_out_of_the_front() -> None:
    paper = board_paper(a_plan(main_series="", partnership=" "), None)
    assert [label for label, _ in paper.facts] == ["Purpose", "As at", "Compared with", "Audience"]
    assert paper.subject == "Board paper, as at 31 March 2026, record 1"


def test_no_name_of_a_person_reaches_a_board() -> None:
    assert "Person" not in render(the_paper())
    inside = render(board_paper(the_plan(), the_plan_before(), audience="internal"))
    assert "Head of Therapies, NHS trust (Invented Person)" in inside


def test_an_unknown_audience_is_refused() -> None:
    with pytest.raises(UsageError, match="audience"):
        board_paper(the_plan(), None, audience="everybody")


def test_without_an_earlier_meeting_the_paper_says_so() -> None:
    paper = board_paper(the_plan(), None)
    found = sections(paper)
    assert dict(paper.facts)["Compared with"] == "nothing: no earlier meeting"
    assert words(found["What moved"]) == "There is no earlier meeting to compare with."
    assert "There is no earlier meeting to compare with" in words(found["key and counts"])
    counted = table(found["key and counts"], "Actions by status")
    assert {(row[2], row[3], row[4]) for row in counted} == {("none", "none", "none")}
    assert words(found["the journey"]).startswith("The journey is left out")


def test_an_empty_plan_gives_a_paper_that_says_there_is_nothing() -> None:
    text = words(board_paper(a_plan(main_series=""), None).blocks)
    assert "0 actions in 0 areas" in text
    for said in ("Nothing is off track.", "Nothing is at risk.", "Nothing is overdue."):
        assert said in text
    assert "Nothing waits for the Board's decision." in text
    assert "The plan has no areas yet." in text


def test_an_exempt_item_is_counted_and_named_nowhere_else() -> None:
    plan, before = the_plan(), the_plan_before()
    secret = [replace(a, exempt=a.ref == "9.2") for a in plan.actions]
    deadlines = {
        an_id("action", "9.2"): [Deadline(1, 1, date(2026, 1, 1), a_sure_due("2026-06-30"), "secret reason")]
    }
    text = render(
        board_paper(replace(plan, actions=tuple(secret)), before, journey=[before], deadlines=deadlines)
    )
    for word in ("equipment", "Council and ICB", "Directors", "secret", "advice line cost"):
        assert word not in text
    assert "1 is exempt and counted without detail: 9.2 Exempt item." in text
    inside = render(board_paper(replace(plan, actions=tuple(secret)), None, audience="internal"))
    assert "equipment" in inside
    told = "1 is exempt, shown in full here and without detail in a board's paper: 9.2 Agree who pays"
    assert told in inside


def test_what_became_exempt_since_is_told_by_neither_plan() -> None:
    plan, before = the_plan(), the_plan_before()
    since = Exempt(areas=frozenset({an_id("area", "9")}), actions=frozenset({an_id("action", "1.2")}))
    text = render(board_paper(plan, before, journey=[before], also_exempt=since))
    for word in (
        "Occupational",
        "Two posts",
        "equipment",
        "Trainer left",
        "SENCOs",
        "18 weeks",
        "Head of Th",
    ):
        assert word not in text
    assert "5 are exempt and counted without detail: 1.2 Exempt item; 9.1 Exempt item;" in text


def test_the_words_of_an_exempt_action_s_earlier_date_are_not_told() -> None:
    words_only = Due(None, Precision.UNCLEAR, "after the secret thing")
    before = a_plan(an_action("9.3", words_only), as_at="2026-01-28")
    plan = a_plan(an_action("9.3", "2026-06-30", exempt=True))
    assert "secret" not in render(board_paper(plan, before))
    assert "secret" in render(board_paper(plan, before, audience="internal"))


NASTY = st.text(st.sampled_from("|\\`*_[]<>#-+1.& \n\tab\x1b"), max_size=12)


@given(st.lists(NASTY, min_size=1, max_size=5))
def test_hostile_words_in_every_field_break_no_table_and_write_no_tag(nasty: list[str]) -> None:
    words_to_use = cycle(nasty)

    def spoil(thing: Any) -> Any:
        values = {f.name: getattr(thing, f.name) for f in fields(thing)}
        spoilt = {name: f"{next(words_to_use)}<b>|" for name, value in values.items() if type(value) is str}
        return replace(thing, **spoilt | ({"lead": spoil(thing.lead)} if values.get("lead") else {}))

    def spoil_all(plan: Plan) -> Plan:
        names = ("areas", "actions", "minutes", "measures", "legend", "evidence", "meetings")
        parts: dict[str, Any] = {name: tuple(spoil(part) for part in getattr(plan, name)) for name in names}
        return replace(plan, title=nasty[0], partnership=nasty[-1], **parts)

    before = spoil_all(the_plan_before())
    voice = some_evidence("Calls", kind="voice", shows="A named contact is wanted.")
    text = render(
        board_paper(
            spoil_all(replace(the_plan(), evidence=(voice,))), before, audience="internal", journey=[before]
        )
    )
    assert not re.search(r"<[A-Za-z/!?]", text)
    assert "\x1b" not in text
    for lines in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines.splitlines()}) == 1
