from __future__ import annotations

from running import Run


def test_a_note_leaves_the_status_as_it_is(run: Run) -> None:
    ran = run("note", "9.3", "Line answered 40 calls", "--heard", "e-mail", "--from", "CHT")
    assert ran.err.startswith("Note on 9.3 · record ")
    (item,) = run("show", "9.3", "--json").items
    assert item["status"] == "on-track"
    assert item["updates"][0]["note"] == "Line answered 40 calls"
    assert item["updates"][0]["status"] is None
    assert (item["updates"][0]["heard"], item["updates"][0]["heard_from"]) == ("e-mail", "CHT")


def test_an_empty_note_is_refused(run: Run) -> None:
    ran = run("note", "9.3", "  ")
    assert (ran.code, ran.err) == (2, "The note is empty: write it in quotes after the ref.\n")


def test_a_telephone_number_in_a_note_is_asked_about(run: Run) -> None:
    ran = run("note", "9.3", "Ring 07700 900123 before noon")
    assert (ran.code, ran.err.split(" Nothing was changed")[0]) == (
        1,
        "“…123” looks like a telephone number: does it have to stand in the text?",
    )
    assert run("note", "9.3", "Ring 07700 900123 before noon", "--not-personal").code == 0
