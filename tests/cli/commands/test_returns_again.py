"""`return take`: what is taken before changes nothing, words that say nothing new, and what stays known."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from filled_returns import OFFICER, Edits, a_return, filled
from running import Run

NOTHING = "filled.xlsx says nothing that the plan does not: nothing was changed."
TICK = "No change, still right"
FILLED: dict[str, Edits] = {
    "another status beside no change": {
        ("5.3", "No change?"): TICK,
        ("5.3", "Status"): "At risk",
        ("5.3", "Your update"): "A writer has resigned",
    },
    "words behind a status": {
        ("5.3", "Status"): "Green - nearly done",
        ("5.3", "Your update"): "16 of 20 audited",
    },
    "words beside no change": {("5.3", "No change?"): "Yes – signed 9 Dec, see my email"},
    "a note alone": {("5.3", "Your update"): "16 of 20 audited"},
    "no change as the update": {("5.3", "Your update"): "n/c"},
    "a new date": {("5.3", "New due date"): "June 2027", ("5.3", "Why the new date"): "The print is late"},
    "a status in trouble": {
        ("5.3", "Status"): "Off track",
        ("5.3", "Your update"): "Nobody answers",
        ("5.3", "Path to green"): "Meet",
    },
}
SINCE: dict[str, tuple[str, ...]] = {
    "nothing since": (),
    "another status since": ("set", "5.3", "off-track", "-m", "The board asked"),
    "a note since": ("note", "5.3", "The board asked"),
}


@pytest.mark.parametrize(
    ("edits", "since", "side"),
    list(itertools.product(FILLED.values(), SINCE.values(), ("file", "plan"))),
    ids=[" ".join(each) for each in itertools.product(FILLED, SINCE, ("file", "plan"))],
)
def test_a_return_that_was_taken_before_changes_nothing_whatever_it_was_answered(
    run: Run, tmp_path: Path, edits: Edits, since: tuple[str, ...], side: str
) -> None:
    file = str(filled(a_return(run, tmp_path), edits))
    if since:
        assert run(*since).code == 0
    first = run("return", "take", file, "--take", side, "--status", "Green - nearly done=on-track")
    assert first.code == 0, first.err
    stands = action(run, "5.3")
    again = run("return", "take", file)
    assert (again.code, again.err.splitlines()[-1]) == (0, NOTHING), again.err
    assert action(run, "5.3")["status"] == stands["status"]


@pytest.mark.parametrize("side", ["file", "plan"])
@pytest.mark.parametrize("edits", FILLED.values(), ids=FILLED)
def test_what_a_return_was_answered_outlives_the_undo(
    run: Run, tmp_path: Path, edits: Edits, side: str
) -> None:
    file = str(filled(a_return(run, tmp_path), edits))
    run("set", "5.3", "off-track", "-m", "The board asked")
    flags = ("--take", side, "--status", "Green - nearly done=on-track")
    assert run("return", "take", file, *flags).code == 0
    stood = action(run, "5.3")
    run("undo")
    again = run("return", "take", file)
    assert again.code == 0, again.err
    now = action(run, "5.3")
    assert (now["status"], now["note"]) == (stood["status"], stood["note"])


def test_an_answer_that_counts_again_after_the_undo_is_told_and_another_says_otherwise(
    run: Run, tmp_path: Path
) -> None:
    file = str(filled(a_return(run, tmp_path), {("5.3", "Status"): "At risk"}))
    run("set", "5.3", "off-track", "-m", "The board asked")
    run("return", "take", file, "--take", "F3=file")
    run("undo")
    told = run("return", "take", file, "--dry-run")
    assert "F3: The file says “At risk”, which stands as it was answered before." in told.err
    assert run("return", "take", file, "--take", "F3=plan").code == 0
    assert action(run, "5.3")["status"] == "off-track"


def test_what_the_plan_says_anew_is_asked_though_another_question_of_the_cell_was_answered(
    run: Run, tmp_path: Path
) -> None:
    file = str(filled(a_return(run, tmp_path), {("5.3", "Status"): "At risk"}))
    run("set", "5.3", "off-track", "-m", "The board asked")
    run("return", "take", file, "--take", "F3=file")
    run("undo")
    run("set", "5.3", "complete", "-m", "Printed")
    assert run("return", "take", file).code == 1


def test_words_behind_a_status_are_a_sentence_of_their_own(run: Run, tmp_path: Path) -> None:
    edits = FILLED["words behind a status"]
    file = str(filled(a_return(run, tmp_path), edits))
    assert run("return", "take", file, "--status", "Green - nearly done=on-track").code == 0
    assert action(run, "5.3")["note"] == "16 of 20 audited. Nearly done"


@pytest.mark.parametrize("words", ["On track - on track", "On track (green)"])
def test_words_behind_a_status_that_say_it_again_are_no_words(run: Run, tmp_path: Path, words: str) -> None:
    edits: Edits = {("10.4", "Status"): words, ("10.4", "Your update"): "Room found"}
    file = str(filled(a_return(run, tmp_path), edits))
    assert run("return", "take", file).code == 0
    assert action(run, "10.4")["note"] == "Room found"


@pytest.mark.parametrize(
    "words", ["-", "–", ".", "…", "n/a", "N/A.", "as above", "see above", "None", "nil", "ditto", '"']
)
def test_an_update_that_says_nothing_is_told_and_no_note(run: Run, tmp_path: Path, words: str) -> None:
    was = action(run, "5.3")
    file = str(
        filled(a_return(run, tmp_path), {("5.3", "Your update"): words, ("5.3", "Impact"): "Emerging"})
    )
    taken = run("return", "take", file)
    assert taken.code == 0
    if words not in ("n/a", "N/A."):
        assert "G3: " in taken.err
        assert "under “Your update” says nothing: it is left out." in taken.err
    now = action(run, "5.3")
    assert (now["note"], now["impact"]) == (was["note"], "emerging")


@pytest.mark.parametrize(
    "words", ["n/c", "No change", "no change.", "Nothing to report", "No update", "nothing new", "NC"]
)
def test_an_update_of_no_change_counts_as_no_change(run: Run, tmp_path: Path, words: str) -> None:
    was = action(run, "5.3")
    file = str(filled(a_return(run, tmp_path), {("5.3", "Your update"): words}))
    taken = run("return", "take", file)
    assert "under “Your update” says nothing new: it counts as no change." in taken.err
    now = action(run, "5.3")
    assert (now["note"], now["status"]) == (was["note"], was["status"])
    ledger = run("return", "list", "--json").items
    assert "nothing to report" in [one["state"] for one in ledger if one["role"] in OFFICER]


def test_an_update_of_no_change_beside_another_status_leaves_that_status(run: Run, tmp_path: Path) -> None:
    edits: Edits = {("5.3", "Your update"): "n/c", ("5.3", "Status"): "At risk"}
    was = action(run, "5.3")
    file = str(filled(a_return(run, tmp_path), edits))
    taken = run("return", "take", file)
    assert "“n/c” under “Your update” says nothing: it is left out." in taken.err
    now = action(run, "5.3")
    assert (now["status"], now["note"]) == ("at-risk", was["note"])


@pytest.mark.parametrize("heading", ["Path to green", "Ask of the board", "Why the new date"])
def test_nothing_is_no_path_ask_or_reason(run: Run, tmp_path: Path, heading: str) -> None:
    edits: Edits = {("10.4", heading): "-", ("10.4", "New due date"): "June 2027"}
    was = action(run, "10.4")
    taken = run("return", "take", str(filled(a_return(run, tmp_path), edits)))
    assert taken.code == 0, taken.err
    assert f"“-” under “{heading}” says nothing" in taken.err
    now = action(run, "10.4")
    assert [now[name] for name in ("path", "ask")] == [was[name] for name in ("path", "ask")]


def test_only_the_cell_that_is_answered_with_the_plan_is_left(run: Run, tmp_path: Path) -> None:
    edits: Edits = {
        ("5.3", "Status"): "At risk",
        ("5.3", "Your update"): "Out to tender",
        ("5.3", "New due date"): "June 2027",
    }
    file = str(filled(a_return(run, tmp_path), edits))
    run("set", "5.3", "off-track", "-m", "Cabinet called it in")
    asked = run("return", "take", file, "--take", "F3=plan")
    assert (asked.code, 'Answer with --take "G3=plan"' in asked.err) == (1, True)
    assert f"{OFFICER} says “Out to tender”, and the plan has said “Cabinet called it in” since" in asked.err
    taken = run("return", "take", file, "--take", "F3=plan", "--take", "G3=file")
    assert "1 update, 1 due date, 1 cell left as the plan says" in taken.err
    now = action(run, "5.3")
    assert (now["status"], now["note"]) == ("off-track", "Out to tender")
    again = run("return", "take", file)
    assert (again.code, again.err.splitlines()[-1]) == (0, NOTHING), again.err


@pytest.mark.parametrize("words", ["Yes – signed 9 Dec, see my email", "Yes, but the print is late"])
def test_words_beside_no_change_are_kept_as_the_update(run: Run, tmp_path: Path, words: str) -> None:
    file = str(filled(a_return(run, tmp_path), {("5.3", "No change?"): words}))
    refused = run("return", "take", file)
    assert (
        "is it still right, with these words as the update (file), or is nothing said (plan)?" in refused.err
    )
    assert run("return", "take", file, "--take", "E3=file").code == 0
    assert action(run, "5.3")["note"] == words


def test_words_beside_no_change_that_are_not_taken_are_told(run: Run, tmp_path: Path) -> None:
    file = str(filled(a_return(run, tmp_path), {("5.3", "No change?"): "Yes – signed 9 Dec"}))
    taken = run("return", "take", file, "--take", "E3=plan")
    assert "doubt E3: “Yes – signed 9 Dec” is left out, as it was answered." in taken.err


@pytest.mark.parametrize("words", ["Emerging – 3 schools said so", "Evidenced: survey in October"])
def test_words_beside_an_impact_are_told(run: Run, tmp_path: Path, words: str) -> None:
    file = str(filled(a_return(run, tmp_path), {("5.3", "Impact"): words}))
    before = action(run, "5.3")
    assert words in run("return", "take", file).err
    assert action(run, "5.3") == before


def test_a_folder_of_returns_is_taken_as_one_change(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "back"
    folder.mkdir()
    filled(a_return(run, tmp_path), {("5.3", "Impact"): "Emerging"}).rename(folder / "one.xlsx")
    filled(a_return(run, tmp_path), {("5.4", "Status"): "At risk"}).rename(folder / "two.xlsx")
    (folder / "notes.txt").write_text("Nothing that is a table", "utf-8")
    (folder / "~$one.xlsx").write_bytes(b"")
    taken = run("return", "take", str(folder))
    assert taken.code == 0, taken.err
    assert "Take the return" in taken.err
    assert "2 updates" in taken.err
    assert "notes.txt" in taken.err
    assert (action(run, "5.3")["impact"], action(run, "5.4")["status"]) == ("emerging", "at-risk")


def test_a_folder_without_a_return_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    refused = run("return", "take", str(tmp_path / "empty"))
    assert refused.code != 0
    assert "holds no file that can be brought in" in refused.err


def test_a_folder_in_which_nothing_is_a_return_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("Nothing that is a table", "utf-8")
    refused = run("return", "take", str(tmp_path / "other"))
    assert (refused.code, refused.err.splitlines()[-1]) == (
        1,
        "No file in other is a return of this plan: name another.",
    )


@pytest.mark.parametrize("command", [("import",), ("return", "take")])
@pytest.mark.parametrize("name", ["plan.db", "plan.sqlite"])
def test_a_plan_that_is_given_as_a_file_is_told_what_it_is(
    run: Run, place: Path, tmp_path: Path, command: tuple[str, ...], name: str
) -> None:
    (tmp_path / name).write_bytes(place.read_bytes())
    refused = run(*command, str(tmp_path / name))
    assert refused.code == 1
    assert f"{name} is a database, such as a plan is kept in: open it with --db" in refused.err


def test_a_folder_that_is_given_to_import_is_told_what_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "back").mkdir()
    assert "back is a folder: name a file in it." in run("import", str(tmp_path / "back")).err


def action(run: Run, ref: str) -> dict[str, object]:
    return dict(run("show", ref, "--json").items[0])
