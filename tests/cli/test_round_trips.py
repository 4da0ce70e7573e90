"""Whatever a plan says: given out as a return, CSV or JSON and given back untouched, nothing differs."""

from __future__ import annotations

import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_plans import TODAY, KeptPlan, a_kept_plan
from running import Run

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan.vocabulary import Impact, Status

WORDS = st.text("abéZ 19,;:-–'\"|\n=+@<\\/()%£“”", min_size=1, max_size=30).filter(
    lambda text: any(letter.isalpha() for letter in text)
)
NAMES = st.sampled_from(["Head of SEND", "Service Manager, Quality", "Director (Schools)", "Board"])
OWNERS = st.none() | st.builds(OwnerDraft, NAMES, st.sampled_from(["LA", "ICB", ""]))
REFS = st.lists(
    st.sampled_from(["1.1", "1.2", "1.10", "1.20", "2.1", "2.1.1", "2.a"]),
    min_size=1,
    max_size=4,
    unique=True,
)
SAID = st.fixed_dictionaries(
    {"status": st.sampled_from(Status)},
    optional={
        "impact": st.sampled_from(Impact),
        "note": WORDS,
        "ask": WORDS,
        "path": WORDS,
        "path_by": st.dates(TODAY, date(2028, 12, 31)),
    },
)
ACTIONS = st.fixed_dictionaries(
    {"title": WORDS.map(lambda text: f"Do {text}"), "lead": OWNERS},
    optional={
        "partners": st.sampled_from(["LA; ICB", "PCF"]),
        "success_measure": WORDS,
        "due": st.dates(date(2025, 1, 1), date(2028, 12, 31)).map(date.isoformat),
    },
)
EXAMPLES = int(os.environ.get("SEND_ACTIONS_TEST_EXAMPLES", "5"))
"""Plans that are tried of each way; a long run asks for more."""
FEW = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


def any_plan(folder: Path, data: st.DataObject) -> KeptPlan:
    """A plan of some actions, each with what was said of it on some days."""
    kept = a_kept_plan(folder)
    for area in ("1", "2"):
        kept.area(area, title=f"Area {area}", on="2026-01-05")
    for ref in data.draw(REFS):
        wording: dict[str, Any] = data.draw(ACTIONS)
        kept.action(ref, on="2026-01-05", **wording)
        for days in sorted(data.draw(st.sets(st.integers(0, 60), max_size=3)), reverse=True):
            kept.say(ref, **data.draw(SAID), on=(TODAY - timedelta(days=days)).isoformat())
    kept.store.close()
    return kept


def untouched(run: Run, kept: KeptPlan, given_out: str) -> str:
    """Give a plan out and take it back; return what is said where anything would differ."""
    db, file = str(kept.place), kept.place.with_name(f"out.{given_out}")
    if given_out == "xlsx":
        made = run("return", "make", "--shared", "-o", str(file), "--db", db)
        if "no open action" in made.err:
            return ""
        assert made.code == 0, made.err
        before = run("list", "--json", "--db", db).out
        back = run("return", "take", str(file), "--yes", "--db", db)
    else:
        before = run("list", "--json", "--db", db).out
        file.write_text(run("list", f"--{given_out}", "--db", db).out, encoding="utf-8")
        back = run("import", str(file), "--yes", "--not-personal", "--db", db)
    is_same = back.code == 0 and "nothing was changed" in back.err.lower()
    return "" if is_same and run("list", "--json", "--db", db).out == before else back.err or "differs"


@pytest.mark.parametrize("given_out", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("note", ["'-a", "''=a", "-a", "<b>a</b>", "a\n;,,/é£,“\n\\'£a9a"])
def test_a_note_that_looks_like_a_formula_a_tag_or_a_row_comes_back_as_it_was(
    run: Run, tmp_path: Path, given_out: str, note: str
) -> None:
    (folder := tmp_path / "kept").mkdir()
    kept = a_kept_plan(folder)
    kept.area("1", on="2026-01-05")
    kept.action("1.1", title="Do é", on="2026-01-05")
    kept.say("1.1", status=Status.OFF_TRACK, note=note, on="2026-01-06")
    kept.store.close()
    assert untouched(run, kept, given_out) == ""


def test_a_quote_left_open_in_our_own_list_is_asked_about(run: Run, tmp_path: Path) -> None:
    (folder := tmp_path / "kept").mkdir()
    kept = a_kept_plan(folder)
    kept.area("1", on="2026-01-05")
    for ref in ("1.1", "1.2"):
        kept.action(ref, title=f"Do {ref}", on="2026-01-05")
    kept.store.close()
    db, file = str(kept.place), folder / "out.csv"
    file.write_text(run("list", "--csv", "--db", db).out.replace("Do 1.1", '"Do 1.1'), encoding="utf-8")
    back = run("import", str(file), "--yes", "--db", db)
    assert back.code == 1
    assert "A quote that is opened in row 2 ends inside another cell." in back.err


@pytest.mark.parametrize("given_out", ["xlsx", "csv", "json"])
@FEW
@given(data=st.data())
def test_any_plan_given_out_and_back_untouched_differs_in_nothing(
    run: Run, given_out: str, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = any_plan(Path(folder), data)
        assert untouched(run, kept, given_out) == ""
