from __future__ import annotations

import csv
import io

from running import Run

from send_actions.domain.plan.vocabulary import Status


def test_json_says_how_an_area_stands(run: Run) -> None:
    ran = run("areas", "--json")
    assert (ran.document["kind"], ran.document["count"]) == ("areas", 18)
    (area,) = (item for item in ran.items if item["number"] == "9")
    assert list(area) == [
        "number",
        "title",
        "theme",
        "lead",
        "counts",
        "judgement",
        "worst",
        "direction",
    ]
    assert area["worst"] == "9.2"
    assert area["judgement"]["status"] == "off-track"
    assert set(area["counts"]) == {status.value for status in Status}
    assert sum(area["counts"].values()) == 4


def test_csv_has_a_column_for_each_status(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("areas", "--csv").table)))
    assert len(rows) == 18
    assert rows[8]["off-track"] == "1"


def test_themes_stand_before_their_areas(run: Run) -> None:
    lines = run("areas").out.splitlines()
    assert lines[1] == "Identify"
    assert lines[2].split()[:3] == ["1", "Early", "identification,"]


def test_plain_says_each_area_in_a_line(run: Run) -> None:
    lines = run("areas", "--plain").out.splitlines()
    assert len(lines) == 18
    assert lines[8].startswith("9: Occupational therapy pathway. Judged off track")


def test_before_the_plan_began_there_is_nothing(run: Run) -> None:
    ran = run("areas", "--as-at", "1 January 2020")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("No areas")


def test_an_area_says_which_way_it_went_since_the_last_meeting(run: Run) -> None:
    run("set", "2.3", "off-track", "-m", "Two posts are vacant")
    ways = {item["number"]: item["direction"] for item in run("areas", "--json").items}
    assert (ways["1"], ways["2"]) == ("same", "down")
    assert "Down since the last meeting." in run("areas", "--plain").out.splitlines()[1]


def test_as_known_at_an_earlier_record_the_last_meeting_is_too(run: Run) -> None:
    before = run("areas", "--json")
    run("set", "2.3", "off-track", "-m", "Two posts are vacant", "--on", "10 March 2026")
    assert run("areas", "--json", "--record", str(before.document["record"])).out == before.out
    assert run("areas", "--json").items != before.items


def test_a_number_that_is_like_none_says_where_the_areas_are(run: Run) -> None:
    ran = run("areas", "57")
    assert (ran.code, ran.err) == (2, 'There is no area "57", nor one like it: see `send-actions areas`.\n')
