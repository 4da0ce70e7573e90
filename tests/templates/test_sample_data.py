"""The sample plan's past leads to its known end, refers only to what exists and reads as invented."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "send_actions" / "templates" / "sample"
TODAY = "2026-03-31"
FIRST_DAY = "2025-04-01"
MAIN = "SEND Improvement Board"
BOARDS = ("2025-09-17", "2025-10-15", "2025-11-12", "2025-12-10", "2026-01-28", "2026-03-11")
STATUSES = ("off-track", "at-risk", "not-started", "on-hold", "on-track", "complete", "embedded", "withdrawn")
IMPACTS = ("too-early", "none-yet", "emerging", "evidenced")
TROUBLED = ("off-track", "at-risk")
DONE = ("complete", "embedded")
COLOURS = {
    "off-track": "Red",
    "at-risk": "Amber",
    "not-started": "Grey",
    "on-track": "Green",
    "complete": "Blue",
    "embedded": "Blue",
}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
TERM_ENDS = {"Autumn": (12, 31), "Spring": (3, 31), "Summer": (7, 31)}
COLUMNS = {
    "plan": "title,partnership,main_series,today,signs_off_from",
    "areas": "number,title,theme,lead_role,lead_org,outcome",
    "actions": "ref,area,title,lead_role,lead_org,sro_role,sro_org,partners,start,success_measure,supports,"
    "depends_on,on",
    "meetings": "on,series,returns_due,papers_due",
    "minutes": "meeting_on,series,kind,text,ref,area,answer,answered_on",
    "updates": "on,ref,status,impact,note,ask,path,path_by,look_again,proof,impact_shown_by,no_change,"
    "agreed_meeting,heard,heard_from",
    "deadlines": "on,ref,due,text,reason,agreed_meeting,minute",
    "steps": "on,ref,words,by,reached_on",
    "moves": "on,measure,ref",
    "judgements": "on,area,status,reason",
    "headlines": "on,area,headline",
    "measures": "title,area,unit,better,baseline,baseline_period,target,target_by,definition",
    "readings": "measure,on,period,value,note",
    "milestones": "measure,by,value",
    "comparators": "measure,kind,value,period,source",
    "evidence": "on,kind,title,shows,place,ref,area",
    "sources": "on,kind,title,author",
    "findings": "source,kind,text,place,areas",
}

Row = dict[str, str]


@cache
def read(name: str) -> tuple[Row, ...]:
    with (SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))


@cache
def end_state() -> dict[str, Row]:
    with (ROOT / "tests" / "data" / "eighteen_areas.csv").open(encoding="utf-8", newline="") as file:
        return {row["ref"]: row for row in csv.DictReader(file)}


def said_of(ref: str, until: str = TODAY) -> list[Row]:
    """Updates of one action to a day, oldest first; the file keeps them in date order."""
    return [row for row in read("updates") if row["ref"] == ref and row["on"] <= until]


def last(ref: str, field: str, until: str = TODAY) -> str:
    return next((row[field] for row in reversed(said_of(ref, until)) if row[field]), "")


def spell(ref: str) -> list[Row]:
    """Updates said during the present status."""
    rows: list[Row] = []
    for row in reversed(said_of(ref)):
        if row["status"] not in ("", last(ref, "status")):
            break
        rows.append(row)
    return rows


def worst(area: str, on: str) -> str:
    """The worst status of the open actions of an area on a day."""
    refs = [row["ref"] for row in read("actions") if row["area"] == area and row["on"] <= on]
    found = [status for status in (last(ref, "status", on) for ref in refs) if status not in ("", *DONE)]
    return min(found, key=STATUSES.index, default="")


def deadlines_of(ref: str) -> list[Row]:
    return [row for row in read("deadlines") if row["ref"] == ref]


def last_day(text: str) -> date:
    """The last day of a month, quarter or term as a person writes it."""
    words = text.split()
    if words[0] in MONTHS:
        month, year = MONTHS.index(words[0]) + 1, int(words[1])
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if words[0].startswith("Q"):
        first_year, quarter = int(words[1][:4]), int(words[0][1])
        ends = (
            date(first_year, 6, 30),
            date(first_year, 9, 30),
            date(first_year, 12, 31),
            date(first_year + 1, 3, 31),
        )
        assert words[1] == f"{first_year}/{(first_year + 1) % 100}"
        return ends[quarter - 1]
    assert words[1] == "term"
    return date(int(words[2]), *TERM_ENDS[words[0]])


def dates(name: str, *fields: str) -> list[tuple[str, Row]]:
    return [(row[field], row) for row in read(name) for field in fields if row[field]]


@pytest.mark.parametrize("name", COLUMNS)
def test_each_file_has_the_agreed_columns_and_whole_rows(name: str) -> None:
    text = (SAMPLE / f"{name}.csv").read_text(encoding="utf-8")
    assert text.splitlines()[0] == COLUMNS[name]
    assert read(name)
    for row in read(name):
        assert None not in row
        assert None not in row.values()
        assert all(value == value.strip() for value in row.values()), row


def test_the_plan_is_pinned_to_the_last_day_of_march() -> None:
    assert read("plan") == (
        {
            "title": "SEND improvement plan",
            "partnership": "Sample partnership (invented)",
            "main_series": MAIN,
            "today": TODAY,
            "signs_off_from": "2026-03-11",
        },
    )


def test_areas_and_actions_carry_the_words_of_the_end_state() -> None:
    assert [row["ref"] for row in read("actions")] == list(end_state())
    assert len(read("actions")) == 78
    for action in read("actions"):
        end = end_state()[action["ref"]]
        assert action["area"] == end["area_no"]
        assert action["title"] == end["action"]
        assert action["lead_role"] == end["owner_role"]
        assert action["lead_org"] == end["owner_org"]
        assert action["partners"] == end["partners"].removeprefix("-")
        assert action["success_measure"] == end["success_measure"]
    ends = {row["area_no"]: row for row in end_state().values()}
    assert [row["number"] for row in read("areas")] == [str(number) for number in range(1, 19)]
    organisations = {row["owner_org"] for row in end_state().values()}
    for area in read("areas"):
        end = ends[area["number"]]
        assert area["title"] == end["area"]
        assert area["lead_role"] == end["area_lead"]
        assert area["theme"] == end["question"][2:]
        assert area["lead_org"] in organisations
        assert area["outcome"].count(".") == 1


def test_the_past_leads_to_the_end_state() -> None:
    for ref, end in end_state().items():
        assert last(ref, "status") == end["delivery"].casefold().replace(" ", "-"), ref
        assert COLOURS[last(ref, "status")] == end["colour"], ref
        impact = end["impact"].casefold().removeprefix("no impact yet") or "none-yet"
        assert last(ref, "impact") == impact.replace(" ", "-"), ref
        assert deadlines_of(ref)[-1]["due"] == end["due"], ref


def test_sixteen_actions_are_overdue_and_three_of_them_green() -> None:
    overdue = {
        ref for ref in end_state() if deadlines_of(ref)[-1]["due"] < TODAY and last(ref, "status") not in DONE
    }
    assert overdue == {ref for ref, end in end_state().items() if end["overdue_at_2026_03_31"] == "yes"}
    assert len(overdue) == 16
    assert {ref for ref in overdue if last(ref, "status") == "on-track"} == {"6.2", "9.3", "15.4"}


def test_every_ref_area_meeting_measure_and_source_exists() -> None:
    refs = set(end_state())
    areas = {row["number"] for row in read("areas")}
    meetings = {(row["on"], row["series"]) for row in read("meetings")}
    measures = {row["title"] for row in read("measures")}
    sources = {row["title"] for row in read("sources")}
    for name in ("minutes", "updates", "deadlines", "evidence", "steps", "moves"):
        assert {row["ref"] for row in read(name)} <= refs | {""}
    for name in ("actions", "minutes", "judgements", "headlines", "measures", "evidence"):
        assert {row["area"] for row in read(name)} <= areas | {""}
    for row in read("actions"):
        assert set(row["supports"].split("; ")) - {""} <= areas - {row["area"]}, row
        assert set(row["depends_on"].split("; ")) - {""} <= refs - {row["ref"]}, row
    assert {(row["meeting_on"], row["series"]) for row in read("minutes")} <= meetings
    for name in ("updates", "deadlines"):
        agreed = {row["agreed_meeting"] for row in read(name)} - {""}
        assert agreed <= set(BOARDS)
    for name in ("readings", "milestones", "comparators", "moves"):
        assert {row["measure"] for row in read(name)} <= measures
    assert {row["measure"] for row in read("readings")} == measures
    assert {row["source"] for row in read("findings")} == sources
    assert {number for row in read("findings") for number in row["areas"].split("; ")} == areas | {""}


def test_closed_lists_hold_only_their_words() -> None:
    for row in read("updates"):
        assert row["status"] in ("", *STATUSES)
        assert row["impact"] in ("", *IMPACTS)
        assert row["no_change"] in ("", "yes")
        assert row["heard"] in ("return", "e-mail", "meeting", "judgement")
        assert row["heard_from"] or row["heard"] == "judgement"
    assert {row["kind"] for row in read("minutes")} == {"question", "decision", "request", "resolved"}
    assert {row["kind"] for row in read("evidence")} == {"data", "audit", "voice", "document"}
    assert {row["kind"] for row in read("sources")} == {
        "inspection-letter",
        "peer-review",
        "diagnostic",
        "self-evaluation",
    }
    assert {row["kind"] for row in read("findings")} == {"strength", "area-for-improvement", "recommendation"}
    assert {row["status"] for row in read("judgements")} <= set(STATUSES)
    assert {row["kind"] for row in read("comparators")} == {"national", "neighbours"}
    assert {row["source"] for row in read("comparators")} == {"invented for training"}
    assert {row["unit"] for row in read("measures")} == {"%", "weeks", "number", "requests"}
    assert {row["better"] for row in read("measures")} == {"higher", "lower", "neither"}


def test_the_main_series_meets_on_its_days_and_is_to_meet_in_april() -> None:
    board = [row for row in read("meetings") if row["series"] == MAIN]
    assert [row["on"] for row in board] == [*BOARDS, "2026-04-15"]
    assert board[-1]["returns_due"] == "2026-04-08"
    for row in board:
        assert row["returns_due"] < row["papers_due"] < row["on"]
    assert len({row["series"] for row in read("meetings")}) == 3


def test_what_is_said_lies_between_the_start_and_today_on_working_days_and_in_order() -> None:
    entered = {row["ref"]: row["on"] for row in read("actions")}
    for name in ("actions", "updates", "deadlines", "steps", "moves", "judgements", "headlines", "evidence"):
        for day, row in dates(name, "on"):
            assert FIRST_DAY <= day <= TODAY, row
            assert date.fromisoformat(day).weekday() < 5, row
    for name in ("updates", "deadlines", "steps", "judgements", "headlines"):
        days = [row["on"] for row in read(name)]
        assert days == sorted(days), name
    for name in ("updates", "deadlines", "steps", "moves"):
        for day, row in dates(name, "on"):
            assert day >= entered[row["ref"]], row
    for day, row in dates("judgements", "on") + dates("headlines", "on"):
        assert day in BOARDS, row
    for day, _row in dates("meetings", "on", "returns_due", "papers_due"):
        assert date.fromisoformat(day).weekday() < 5
    for row in read("minutes"):
        assert row["meeting_on"] <= TODAY
        assert bool(row["answer"]) == bool(row["answered_on"])
        assert row["answered_on"] == "" or row["meeting_on"] <= row["answered_on"] <= TODAY
    for row in read("sources"):
        assert row["on"] < "2025-06-01"
    for row in read("updates"):
        assert row["path_by"] == "" or row["path_by"] >= row["on"], row
        assert row["agreed_meeting"] <= row["on"], row
    for _day, row in dates("actions", "start"):
        assert row["start"] >= row["on"], row


def test_no_action_is_on_track_before_its_start() -> None:
    for action in read("actions"):
        for row in said_of(action["ref"]):
            if row["on"] < action["start"]:
                assert row["status"] in ("", "not-started"), row


def test_most_actions_entered_the_plan_before_the_first_board_and_a_handful_at_a_later_one() -> None:
    later = [row for row in read("actions") if row["on"] > "2025-09-10"]
    assert 4 <= len(later) <= 6
    for row in later:
        assert row["on"] in BOARDS
        first = said_of(row["ref"])[0]
        assert first["on"] == row["on"]
        assert first["note"].startswith("Added by the Board")


def test_every_action_has_two_updates_or_more_and_trouble_has_four_to_eight() -> None:
    assert 300 <= len(read("updates")) <= 420
    for ref in end_state():
        rows = said_of(ref)
        assert rows[0]["status"], ref
        assert len(rows) >= 2, ref
        assert len({row["on"] for row in rows}) == len(rows), ref
        if last(ref, "status") in TROUBLED:
            assert 4 <= len(rows) <= 8, ref


def test_no_change_leaves_status_and_impact_unsaid_and_confirms_an_earlier_one() -> None:
    for row in read("updates"):
        if row["no_change"]:
            assert row["status"] == ""
            assert row["impact"] == ""
            assert said_of(row["ref"])[0] != row
        else:
            assert row["note"], row


def test_no_two_notes_paths_or_headlines_are_the_same() -> None:
    for name, field in (
        ("updates", "note"),
        ("updates", "path"),
        ("updates", "ask"),
        ("steps", "words"),
        ("headlines", "headline"),
        ("minutes", "text"),
        ("judgements", "reason"),
        ("findings", "text"),
    ):
        texts = [row[field].casefold() for row in read(name) if row[field]]
        assert len(texts) == len(set(texts)), (name, field)


def test_status_changes_for_the_worse_give_their_reason_and_on_hold_its_date_and_meeting() -> None:
    for row in read("updates"):
        if row["status"] in (*TROUBLED, "on-hold", "withdrawn"):
            assert row["note"], row
        if row["status"] == "on-hold":
            assert row["look_again"]
            assert row["agreed_meeting"]


def test_the_gaps_a_check_should_find_are_these_and_no_others() -> None:
    statuses = {ref: last(ref, "status") for ref in end_state()}
    opened = [ref for ref, status in statuses.items() if status not in DONE]
    silent = [ref for ref in opened if said_of(ref)[-1]["on"] <= "2026-01-28"]
    assert silent == ["1.4", "2.5", "4.2", "8.4", "9.3", "12.3", "14.4", "17.3", "18.4"]
    assert all(said_of(ref)[-1]["on"] < "2026-01-28" for ref in silent)
    troubled = [ref for ref in opened if statuses[ref] in TROUBLED]
    pathless = [ref for ref in troubled if not any(row["path"] for row in spell(ref))]
    assert pathless == ["4.2", "10.4", "13.4", "16.2"]
    assert {statuses[ref] for ref in pathless} == {"at-risk"}
    evidenced = {row["ref"] for row in read("evidence")}
    proofless = [
        ref
        for ref, status in statuses.items()
        if status in DONE and ref not in evidenced and not any(row["proof"] for row in spell(ref))
    ]
    assert proofless == ["10.2", "16.1"]
    unsupported = []
    for ref in end_state():
        row = next(row for row in reversed(said_of(ref)) if row["impact"])
        if row["impact"] == "evidenced" and not row["impact_shown_by"] and ref not in evidenced:
            unsupported.append(ref)
    assert unsupported == ["4.1"]
    passed = [
        ref
        for ref in troubled
        if "" < next((row["path_by"] for row in spell(ref) if row["path_by"]), "") < TODAY
    ]
    assert 2 <= len(passed) <= 6


def test_words_for_a_due_date_fall_due_on_their_last_day() -> None:
    worded = [row for row in read("deadlines") if row["text"]]
    assert len(worded) > 30
    for row in worded:
        assert last_day(row["text"]).isoformat() == row["due"], row


def test_first_deadlines_come_with_the_action_and_each_slip_has_a_reason() -> None:
    entered = {row["ref"]: row["on"] for row in read("actions")}
    slips = []
    for ref in end_state():
        first, *moved = deadlines_of(ref)
        assert first["on"] == entered[ref]
        assert first["reason"] == first["agreed_meeting"] == first["minute"] == ""
        slips += moved
        dues = [row["due"] for row in (first, *moved)]
        assert dues == sorted(set(dues)), ref
    assert 14 <= len(slips) <= 18
    for row in slips:
        assert row["reason"], row
        assert bool(row["agreed_meeting"]) == bool(row["minute"])
        assert row["agreed_meeting"] in ("", row["on"])
    assert [row["ref"] for row in slips if not row["agreed_meeting"]] == ["4.3", "4.5", "9.2", "10.4"]
    assert {ref for ref in end_state() if len(deadlines_of(ref)) > 2} == {"4.5", "11.2"}


def test_each_agreed_slip_is_a_decision_in_the_minutes() -> None:
    decided = {(row["meeting_on"], row["ref"]) for row in read("minutes") if row["kind"] == "decision"}
    agreed = {(row["agreed_meeting"], row["ref"]) for row in read("deadlines") if row["agreed_meeting"]}
    agreed |= {(row["agreed_meeting"], row["ref"]) for row in read("updates") if row["agreed_meeting"]}
    assert agreed <= decided


def test_the_story_of_the_equipment_dispute_is_as_told() -> None:
    rows = said_of("9.2")
    assert [(row["on"], row["status"], row["heard"]) for row in rows[-3:]] == [
        ("2025-12-10", "", "return"),
        ("2026-01-28", "at-risk", "e-mail"),
        ("2026-03-11", "off-track", "meeting"),
    ]
    assert len(rows) == 6
    assert rows[-3]["no_change"] == "yes"
    assert rows[-2]["note"].startswith("Draft protocol with ICB finance.")
    assert "Funding dispute between ICB and council unresolved" in rows[-1]["note"]
    assert rows[-1]["path"] == "Joint panel of 22 April; board to agree 50:50 until then."
    assert rows[-1]["path_by"] == "2026-05-30"
    assert [row["due"] for row in deadlines_of("9.2")] == ["2025-11-30", "2026-01-31"]


@pytest.mark.parametrize(
    ("area", "letters"),
    [
        ("3", "AAAARRR"),
        ("5", "RAAAGGG"),
        ("6", "RRRRAAA"),
        ("8", "RRRRRRR"),
        ("9", "GGAAARR"),
        ("14", "AAAAAAA"),
    ],
)
def test_the_journey_of_an_area_goes_as_told(area: str, letters: str) -> None:
    words = {"off-track": "R", "at-risk": "A", "on-track": "G"}
    assert "".join(words[worst(area, day)] for day in (*BOARDS, TODAY)) == letters


def test_a_lead_judges_an_area_greener_than_its_actions_without_reason_only_once() -> None:
    assert 10 <= len({row["area"] for row in read("judgements")}) <= 14
    latest = {row["area"]: row for row in read("judgements")}
    greener = [
        area
        for area, row in latest.items()
        if STATUSES.index(row["status"]) > STATUSES.index(worst(area, TODAY)) and not row["reason"]
    ]
    assert greener == ["4"]
    assert [row["area"] for row in read("judgements") if not row["reason"]] == ["4"]


def test_each_area_has_one_to_three_headlines_of_two_or_three_sentences() -> None:
    count: dict[str, int] = defaultdict(int)
    for row in read("headlines"):
        count[row["area"]] += 1
        assert 2 <= len(re.findall(r"[.](?: |$)", row["headline"])) <= 3, row
    assert set(count) == {row["number"] for row in read("areas")}
    assert max(count.values()) <= 3


def test_something_has_moved_since_the_last_board() -> None:
    moved = {ref for ref in end_state() if last(ref, "status", BOARDS[-1]) != last(ref, "status")}
    assert moved == {"7.3", "8.1", "11.4", "13.2", "15.3", "16.3", "17.2"}


def test_minutes_are_partly_unanswered() -> None:
    asked = [row for row in read("minutes") if row["kind"] in ("question", "request")]
    assert 25 <= len(read("minutes")) <= 40
    assert 5 <= len([row for row in asked if not row["answer"]]) < len(asked)
    for row in read("minutes"):
        assert not (row["ref"] and row["area"]), row


LONG_READ = ("Occupational therapy in 18 weeks", "CAMHS wait to treatment")
"""Measures with readings enough for process limits."""


def test_measures_have_four_to_eight_readings_or_24_in_order_and_comparators() -> None:
    assert 12 <= len(read("measures")) <= 16
    for measure in read("measures"):
        readings = [row for row in read("readings") if row["measure"] == measure["title"]]
        days = [row["on"] for row in readings]
        assert len(readings) == 24 if measure["title"] in LONG_READ else 4 <= len(readings) <= 8
        assert days == sorted(set(days))
        assert days[-1] <= TODAY
        float(measure["baseline"])
        assert bool(measure["target"]) == bool(measure["target_by"])
        for row in readings:
            value = float(row["value"])
            assert value >= 0
            assert measure["unit"] != "%" or value <= 100
    for row in read("milestones"):
        assert date.fromisoformat(row["by"])
        float(row["value"])
    for row in read("comparators"):
        float(row["value"])


@pytest.mark.parametrize(
    ("measure", "ref"),
    [
        ("Autism and ADHD waits over 52 weeks", "3.2"),
        ("Health advice in six weeks", "6.2"),
        ("Audited plans good or better", "7.1"),
        ("Amended plans over 12 weeks", "8.2"),
        ("Occupational therapy in 18 weeks", "9.4"),
        ("Health checks at 14 to 17", "16.3"),
    ],
)
def test_a_measure_has_the_baseline_target_and_february_value_of_its_action(measure: str, ref: str) -> None:
    found = re.search(
        r"([\d.]+)%? to ([\d.]+)%?; ([\d.]+)%? at Feb 2026", end_state()[ref]["success_measure"]
    )
    assert found
    row = next(row for row in read("measures") if row["title"] == measure)
    february = next(r for r in read("readings") if r["measure"] == measure and r["on"] == "2026-02-28")
    assert (row["baseline"], row["target"], february["value"]) == found.groups()


def test_requests_rise_by_about_thirty_per_cent_a_year_and_have_no_target() -> None:
    row = next(row for row in read("measures") if row["unit"] == "requests")
    values = {r["on"]: float(r["value"]) for r in read("readings") if r["measure"] == row["title"]}
    assert row["target"] == ""
    assert values["2025-12-31"] / values["2024-12-31"] == pytest.approx(1.3, abs=0.02)
    assert values["2024-12-31"] / float(row["baseline"]) == pytest.approx(1.3, abs=0.02)


def test_evidence_and_findings_are_within_their_numbers_and_one_recommendation_has_no_area() -> None:
    assert 20 <= len(read("evidence")) <= 30
    assert 18 <= len(read("findings")) <= 26
    assert len([row for row in read("evidence") if row["kind"] == "voice"]) >= 5
    for row in read("evidence"):
        assert bool(row["ref"]) != bool(row["area"]), row
    loose = [row for row in read("findings") if not row["areas"]]
    assert [row["kind"] for row in loose] == ["recommendation"]
    assert all("(invented)" in row["title"] for row in read("sources"))


def test_nothing_looks_like_personal_data_or_odd_typography() -> None:
    for path in sorted(SAMPLE.iterdir()):
        text = path.read_text(encoding="utf-8")
        assert "@" not in text, path.name
        assert not re.search(r"(?:\d[ -]?){10}", re.sub(r"\d{4}-\d\d-\d\d", "date", text)), path.name
        assert not re.search(r"\b[A-Z]\d{12}\b|\b[A-Z]\d{11}[A-Z]\b", text), path.name
        assert not re.search(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b", text), path.name
        assert not re.search(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b", text), path.name
        odd = set(text) - set(map(chr, range(32, 127))) - {"\n", "½", "£"}
        assert not odd, path.name


def test_the_readme_says_that_everything_is_invented() -> None:
    text = (SAMPLE / "README.txt").read_text(encoding="utf-8")
    assert "invented for training" in text
    assert "no child-level data" in text


def test_an_off_track_action_asks_and_so_does_one_at_risk_and_a_meeting_has_answered_one() -> None:
    asking = {(row["on"], row["ref"]) for row in read("updates") if row["ask"]}
    decided = {(row["meeting_on"], row["ref"]) for row in read("minutes") if row["kind"] == "decision"}
    assert [last(ref, "status") for _, ref in sorted(asking)] == ["off-track", "at-risk", *["off-track"] * 3]
    assert asking & decided == {("2026-03-11", "4.5")}


def test_steps_are_reached_after_they_were_set_and_some_are_not() -> None:
    for row in read("steps"):
        assert row["reached_on"] == "" or row["on"] <= row["reached_on"] <= TODAY
    assert {bool(row["reached_on"]) for row in read("steps")} == {True, False}
