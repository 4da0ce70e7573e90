from __future__ import annotations

import csv
import io
import shlex
import sqlite3
from pathlib import Path

import pytest
from running import Run

from send_actions.domain.plan.vocabulary import Status
from send_actions.reports.listed_actions import COLUMNS


def test_as_at_the_last_meeting_is_as_at_its_day(run: Run) -> None:
    assert run("list", "--json", "--as-at", "Last").document["as_at"] == "2026-03-11"
    assert run("list", "--json", "--as-at", "last", "--record", "150").document["as_at"] == "2026-03-11"


def test_json_says_what_it_is_and_how_many_it_holds(run: Run) -> None:
    document = run("list", "--json").document
    heads = {name: document[name] for name in document if name != "items"}
    assert heads == {
        "kind": "actions",
        "schema_version": 1,
        "as_at": "2026-03-31",
        "record": document["record"],
        "count": 78,
    }
    assert len(document["items"]) == 78


def test_an_action_in_json_has_exactly_these_fields(run: Run) -> None:
    (item,) = (item for item in run("list", "--json").items if item["ref"] == "9.2")
    assert item == {
        "ref": "9.2",
        "area": "9",
        "area_title": "Occupational therapy pathway",
        "theme": item["theme"],
        "area_lead": item["area_lead"],
        "title": "Agree who pays for sensory and equipment assessments",
        "status": "off-track",
        "impact": "none-yet",
        "lead": {"role": "Associate Director Integrated Commissioning", "org": "ICB"},
        "partners": ["LA", "CSC"],
        "start": None,
        "due": {"date": "2026-01-31", "precision": "day", "text": "2026-01-31"},
        "first_due": "2025-11-30",
        "overdue": True,
        "updated_on": "2026-03-11",
        "note": "Funding dispute between ICB and council unresolved; escalated to chief officers.",
        "note_on": "2026-03-11",
        "ask": "",
        "ask_on": None,
        "success_measure": "Signed protocol; no disputes over 20 days",
        "checks": item["checks"],
    }
    assert item["area_lead"].keys() == {"role", "org"}
    assert "overdue" in item["checks"]
    assert len(item["checks"]) == len(set(item["checks"]))


def test_filters_choose(run: Run) -> None:
    red = run("list", "status:red", "--json").items
    assert {item["status"] for item in red} == {"off-track"}
    assert len(red) == 6


def test_a_leading_hyphen_negates_and_is_no_option(run: Run) -> None:
    late = run("list", "overdue", "--json").document["count"]
    rest = run("list", "-overdue", "--json").document["count"]
    assert late == 16
    assert late + rest == 78


@pytest.mark.parametrize("words", ["org:LA overdue", "partner:PCF overdue", "theme:identify and not overdue"])
def test_one_argument_is_read_as_many_are(run: Run, words: str) -> None:
    together, apart = run("list", words), run("list", *words.split())
    assert (together.code, together.out) == (apart.code, apart.out)
    assert together.err == apart.err


def test_a_value_with_a_space_is_quoted_inside(run: Run) -> None:
    items = run("list", 'lead:"head of SEND"', "--json").items
    assert items
    assert all("head of send" in item["lead"]["role"].lower() for item in items)


def test_a_bare_word_that_is_a_status_names_the_term_beside_what_it_found(run: Run) -> None:
    assert run("list", "red").err.endswith("Did you mean status:red?\n")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("lead:local offer", "'lead:\"local offer\"'"),
        ("lead:local offer officer overdue", "'lead:\"local offer officer\"'"),
        ("org:MHT lead:CAMHS service", "'lead:\"CAMHS service\"'"),
        ("theme:improve outcomes", "'theme:\"improve outcomes\"'"),
        ("lead:local 'offer'", "'lead:\"local offer\"'"),
    ],
)
def test_a_value_of_two_words_without_its_own_quotes_is_named_with_them(
    run: Run, words: str, meant: str
) -> None:
    assert run("list", *shlex.split(words)).err.endswith(f" did you mean {meant}?\n") or run(
        "list", *shlex.split(words)
    ).err.endswith(f" Did you mean {meant}?\n")
    assert run("list", *shlex.split(meant)).code == 0


@pytest.mark.parametrize(
    "words",
    [
        *("lead:local pathway", 'lead:"local offer"', "org:LA overdue", "lead:local"),
        *("lead:local or offer", "lead:local -offer", "not ( lead:local offer )"),
    ],
)
def test_words_that_stand_in_no_value_together_are_words(run: Run, words: str) -> None:
    assert '"local offer"' not in run("list", words).err
    assert "id you mean" not in run("list", words.replace("-offer", "")).err


def test_or_and_brackets_join_filters(run: Run) -> None:
    areas = {item["area"] for item in run("list", "(", "area:3", "or", "area:9", ")", "--json").items}
    assert areas == {"3", "9"}


def test_a_wrong_filter_word_is_named_with_the_nearest(run: Run) -> None:
    ran = run("list", "status:amberr")
    assert (ran.code, ran.out) == (2, "")
    assert "amber" in ran.err
    assert ran.err.count("\n") == 1


def test_a_misspelt_option_is_not_taken_for_a_filter(run: Run) -> None:
    ran = run("list", "--jsn")
    assert ran.code == 2
    assert ran.err == "There is no option --jsn: did you mean --json?\n"


def test_a_misspelt_filter_word_that_finds_nothing_is_refused_by_name(run: Run) -> None:
    ran = run("list", "overdu")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "No action answers to “overdu”: did you mean overdue?\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("org:ZZZ", "No lead is of an organisation “ZZZ”: there are LA, "),
        ("lead:zebra", "No lead has “zebra” in its role or organisation."),
        (
            "theme:zebra",
            "No area's theme has “zebra”: there are Identify, Assess and meet, ",
        ),
        ("partner:QQ", "No partner is “QQ”: there are "),
        ("area:250", "No area is “250”: the areas are 1 to 18."),
        ("status:red org:PCF", "each alone: 6 off track, 1 organisation PCF"),
        ("xylophone", "looked for in refs, titles, areas, leads, reasons, notes and success measures"),
    ],
)
@pytest.mark.parametrize("form", ["--json", "--plain"])
def test_a_filter_that_finds_none_says_why(run: Run, words: str, said: str, form: str) -> None:
    ran = run("list", words, form)
    assert ran.code == 0
    assert (form == "--json" and not said.startswith("No ")) or said in ran.err


@pytest.mark.parametrize("words", ["-org:ICX", "org:ICB,ZZZ", "org:ZZZ or overdue"])
def test_a_value_that_no_row_has_is_named_beside_what_is_found(run: Run, words: str) -> None:
    ran = run("list", words)
    assert ran.out
    assert "No lead is of an organisation “" in ran.err


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("at risk", "status:at-risk"),
        ("no update", "no-update"),
        ("area 9", "area:9"),
        ("status red", "status:red"),
        ("R", "status:off-track"),
        ("-status=red", "status:red"),
    ],
)
def test_words_that_were_meant_as_a_term_name_it(run: Run, words: str, term: str) -> None:
    assert f"id you mean {term}?" in run("list", words).err


def test_without_an_earlier_meeting_what_leans_on_one_says_so(run: Run, place: Path) -> None:
    place.unlink()
    assert run("init", "--template", "empty", "--db", str(place)).code == 0
    run("add", "1", "An area", "--area")
    run("add", "1", "An action")
    for words, said in (
        ("changed", "there was no meeting before "),
        ("no-update", "no two meetings were held before "),
        ("due:next-board", "no meeting after "),
    ):
        assert said in run("list", words).err


def test_nothing_found_is_fine(run: Run) -> None:
    ran = run("list", "xylophone")
    assert (ran.code, ran.out) == (0, "")
    assert "None of 78 actions" in ran.err


def test_csv_has_the_columns_that_the_importer_reads(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("list", "--csv").table)))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 78
    assert {row["status"] for row in rows} <= {status.value for status in Status}


def test_a_list_as_csv_brought_in_again_changes_nothing(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("out") / "list.csv"
    file.write_text(run("list", "--csv").out, encoding="utf-8")
    before = run("list", "--json").out
    assert run("import", str(file)).code == 0
    after = run("list", "--json")
    assert after.out == before


def test_no_cell_can_act_as_a_formula(run: Run) -> None:
    run("edit", "9.3", "--title", "=HYPERLINK(1)", "--success", "-12 days")
    (row,) = csv.DictReader(io.StringIO(run("list", "HYPERLINK", "--csv").table))
    assert row["title"] == "'=HYPERLINK(1)"
    assert row["success_measure"] == "'-12 days"


def test_plain_has_one_line_an_action_and_no_symbols(run: Run) -> None:
    ran = run("list", "area:9", "--plain")
    lines = ran.out.splitlines()
    assert len(lines) == 4
    assert lines[1].startswith("9.2: Off track. Agree who pays for sensory and equipment assessments.")
    assert "59 days overdue" in lines[1]
    assert not set(ran.out) & set("■▲○●√▬×│─!\x1b")


def test_the_table_is_whole_when_it_goes_into_a_pipe(run: Run) -> None:
    ran = run("list")
    assert "\x1b" not in ran.out
    assert "…" not in ran.out
    assert "■  R Off track" in ran.out
    assert "√√ E Embedded" in ran.out
    assert "78 of 78 actions" in ran.err


def test_a_past_day_shows_the_plan_of_that_day(run: Run) -> None:
    document = run("list", "--json", "--as-at", "28 January 2026").document
    (item,) = (item for item in document["items"] if item["ref"] == "9.2")
    assert document["as_at"] == "2026-01-28"
    assert item["status"] == "at-risk"


def test_overdue_is_reckoned_on_the_day_that_is_shown_in_every_form(run: Run) -> None:
    then = ("--as-at", "28 January 2026")
    rows = csv.DictReader(io.StringIO(run("list", "--csv", *then).table))
    told = {row["ref"]: row["overdue"] == "yes" for row in rows}
    assert told == {item["ref"]: item["overdue"] for item in run("list", "--json", *then).items}
    assert (told["12.2"], told["9.2"]) == (True, False)


def test_a_filter_s_date_without_a_year_is_read_from_the_day_that_is_shown(run: Run) -> None:
    ran = run("list", 'due:before:"1 june"', "--as-at", "10 May 2025")
    assert ": due before 1 June 2025 (as at 10 May 2025, " in ran.err


def test_an_earlier_record_shows_what_was_known_then(run: Run) -> None:
    before = run("list", "--json").document["record"]
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    known_then = run("list", "--json", "--record", str(before)).document
    assert known_then["record"] == before
    assert {i["ref"]: i["status"] for i in known_then["items"]}["9.3"] == "on-track"


@pytest.mark.parametrize("day", ["1 May 2026", "tomorrow"])
def test_a_day_to_come_is_refused(run: Run, day: str) -> None:
    ran = run("list", "--as-at", day)
    assert (ran.code, ran.out) == (2, "")


def test_today_is_a_day(run: Run) -> None:
    assert run("list", "--json", "--as-at", "today").document["as_at"] == "2026-03-31"


def test_two_forms_at_once_are_refused(run: Run) -> None:
    ran = run("list", "--json", "--csv")
    assert (ran.code, ran.out) == (2, "")


def test_hidden_characters_are_written_by_their_number(run: Run, place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("update action set title = ? where ref = '9.3'", ("\x9b31mred\x1b]52;c;x\x07",))
    connection.close()
    for form in ("--json", "--csv", "--plain", "--record=0"):
        out = run("list", form).out
        assert not set(out) & {"\x1b", "\x9b", "\x07"}
    assert "\\u009b31mred\\u001b" in run("list", "--json").out


def test_help_has_the_same_short_name_as_elsewhere(run: Run) -> None:
    assert run("list", "-h") == run("list", "--help")
    assert "Usage: " in run("list", "overdue", "-h").out


def test_a_negated_word_that_begins_with_h_is_no_plea_for_help(run: Run) -> None:
    assert (
        run("list", "-health", "--json").document["count"]
        == run("list", "not", "health", "--json").document["count"]
    )


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("area:99", "area:9"),
        ("theme:asess", "theme:assess"),
        ("org:ICV", "org:ICB"),
        ("partner:PFC", "partner:PCF"),
    ],
)
def test_a_value_the_plan_does_not_have_is_refused_with_the_nearest(run: Run, word: str, near: str) -> None:
    ran = run("list", word)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.casefold().endswith(f": did you mean {near.casefold()}?\n")


def test_a_value_like_none_of_the_plan_s_is_no_error(run: Run) -> None:
    assert run("list", "area:250", "--json").document["count"] == 0


@pytest.mark.parametrize(
    "words",
    [
        *("", "status:red", "impact:none", "area:9", "theme:assess", "lead:therapies", "org:ICB"),
        *("partner:PCF", "due:before:2026-04-30", "overdue", "not overdue -status:blue"),
        *("changed", "check:overdue", "9.3"),
    ],
)
def test_a_table_has_the_same_actions_as_json_whatever_is_read_for_it(run: Run, words: str) -> None:
    shown = run("list", *words.split()).out.splitlines()[1:]
    told = run("list", *words.split(), "--json").items
    assert [line.split()[0] for line in shown] == [item["ref"] for item in told]
    assert told


@pytest.mark.parametrize("word", ["-o", "-x"])
def test_a_letter_after_a_dash_is_an_option_there_is_not_and_no_filter(run: Run, word: str) -> None:
    ran = run("list", "--csv", word, "plan.csv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"There is no option {word}: ")
    assert "list --csv > plan.csv" in ran.err
